package de.stadttor.people;

import java.util.Set;

/**
 * A system that hands in what citizens said elsewhere.
 *
 * @param client its registered id
 */
public record Machine(String client, Set<Right> rights) implements Caller {

    public Machine {
        rights = Set.copyOf(rights);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    @Override
    public String reference() {
        return client;
    }

    public enum Right {
        /** May hand in submissions. */
        SUBMIT,
        /** May state who the citizen is and how surely; everybody else submits anonymously. */
        ASSERT_IDENTITY,
        /** May report calls and transcripts. */
        REPORT_CALLS,
        /** May read what was refused at the door. */
        INTAKE_ADMIN
    }
}
