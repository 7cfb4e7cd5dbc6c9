package de.stadttor.people;

import java.util.Set;

/**
 * A system that hands in what citizens said elsewhere.
 *
 * @param client its registered id
 * @param forms keys of the forms that it may hand in; {@code *} stands for all
 */
public record Machine(String client, Set<Right> rights, Set<String> forms) implements Caller {

    private static final Set<String> ALL = Set.of("*");

    public Machine {
        rights = Set.copyOf(rights);
        forms = Set.copyOf(forms);
    }

    /** With whatever form. */
    public Machine(String client, Set<Right> rights) {
        this(client, rights, ALL);
    }

    public boolean mayHandIn(String form) {
        return forms.contains("*") || forms.contains(form);
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
