package de.stadttor.saml.citizen;

import de.stadttor.saml.AssuranceLevel;
import java.util.Map;

/**
 * What a person logged in with. An open set: identity providers add means without notice, so an unknown name is kept
 * and never refused.
 *
 * @param name the name on the wire, both in our request and in {@code AssertionProvedBy}
 */
public record Means(String name) {

    public static final Means BENUTZERNAME = new Means("Benutzername");
    public static final Means ELSTER = new Means("Elster");
    public static final Means AUTHEGA = new Means("Authega");
    public static final Means EID = new Means("eID");
    public static final Means EIDAS = new Means("eIDAS");
    public static final Means FINK = new Means("FINK");
    public static final Means DIIA = new Means("Diia");

    private static final Map<Means, AssuranceLevel> CEILING = Map.of(
            BENUTZERNAME,
            AssuranceLevel.BASIC,
            ELSTER,
            AssuranceLevel.SUBSTANTIAL,
            AUTHEGA,
            AssuranceLevel.SUBSTANTIAL);

    /** Whether this means can reach the level at all; what is not known to be limited might. */
    public boolean canReach(AssuranceLevel level) {
        return CEILING.getOrDefault(this, AssuranceLevel.HIGH).satisfies(level);
    }
}
