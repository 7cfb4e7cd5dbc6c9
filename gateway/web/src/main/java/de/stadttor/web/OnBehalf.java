package de.stadttor.web;

import de.stadttor.people.Representation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acted for whom, as it stands on a message. */
public record OnBehalf(UUID mandateId, String representative, PrincipalView principal) {

    /** Null for who acts for nobody else. */
    public static @Nullable OnBehalf of(@Nullable Representation representation) {
        return representation == null
                ? null
                : new OnBehalf(
                        representation.mandate(),
                        representation.representative(),
                        PrincipalView.of(representation.principal()));
    }
}
