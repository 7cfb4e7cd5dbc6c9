package de.stadttor.web;

import de.stadttor.people.Principal;
import java.util.UUID;

/** Whom somebody acts for. */
public record PrincipalView(UUID id, String kind, String name) {

    public static PrincipalView of(Principal principal) {
        return new PrincipalView(principal.id().value(), principal.kind().code(), principal.name());
    }
}
