package de.stadttor.channels.email.sender;

import java.util.List;

/** Asks the domain name system. Blocks, so it is asked where blocking is allowed. */
public interface Dns {

    /** What can be asked for. */
    enum Type {
        A,
        AAAA,
        MX,
        PTR,
        TXT
    }

    /**
     * The records of {@code name} as text, long TXT records joined; empty when there are none or no such name.
     *
     * @throws DnsUnavailable when no server answers in time
     */
    List<String> records(String name, Type type) throws DnsUnavailable;
}
