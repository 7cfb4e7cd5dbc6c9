package de.stadttor.channels.email.sender;

/** No name server answered; asking again later may help. */
public final class DnsUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    public DnsUnavailable(String name) {
        super("no answer about " + name);
    }
}
