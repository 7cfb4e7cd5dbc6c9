package de.stadttor.teams;

import de.stadttor.people.Caseworker;
import java.util.Locale;
import java.util.Set;

/**
 * A caseworker who may answer by mail.
 *
 * @param subject the identity provider's stable id, the same as in the caseworker's tokens
 * @param name for colleagues
 * @param address the only one that their answers may come from
 * @param queues keys of the queues they work on; {@code *} stands for all
 */
public record Colleague(String subject, String name, String address, Set<String> queues) {

    /** An address is the same in capitals: no office tells them apart, and people type both. */
    public Colleague {
        address = address.strip().toLowerCase(Locale.ROOT);
        queues = Set.copyOf(queues);
    }

    /** At the desk, with the rights of an ordinary caseworker and no more. */
    Caseworker atDesk() {
        return new Caseworker(subject, name, Set.of(Caseworker.Role.CASEWORKER), queues);
    }
}
