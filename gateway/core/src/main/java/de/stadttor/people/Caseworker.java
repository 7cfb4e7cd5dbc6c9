package de.stadttor.people;

import java.util.Set;

/**
 * Somebody at a desk, as the city's identity provider vouches.
 *
 * @param subject the provider's stable id of the person
 * @param name for colleagues; citizens never see it
 * @param queues keys of the queues this person works on; {@code *} stands for all
 */
public record Caseworker(String subject, String name, Set<Role> roles, Set<String> queues) implements Caller {

    public Caseworker {
        roles = Set.copyOf(roles);
        queues = Set.copyOf(queues);
    }

    public boolean worksOn(String queue) {
        return queues.contains("*") || queues.contains(queue);
    }

    public boolean worksEverywhere() {
        return queues.contains("*");
    }

    @Override
    public String reference() {
        return subject;
    }

    /** What a person at the desk may do; each includes nothing of the others. */
    public enum Role {
        CASEWORKER,
        TEAMLEAD,
        ADMIN
    }
}
