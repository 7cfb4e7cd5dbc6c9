package de.stadttor.saml.outcome;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.citizen.VerifiedCitizen;
import java.io.Serializable;
import java.time.Instant;

/**
 * A login that passed every check.
 *
 * @param citizen who it is, as far as the identity provider vouches
 * @param level the level reached, at least the one asked for
 * @param profile name of the profile the login went through
 * @param authenticatedAt when the identity provider authenticated the person
 * @param returnTo local path the browser wanted, beginning with one slash
 * @param note what the application put aside when the login began; empty if nothing
 */
public record CitizenLogin(
        VerifiedCitizen citizen,
        AssuranceLevel level,
        String profile,
        Instant authenticatedAt,
        String returnTo,
        String note)
        implements Serializable {

    @Override
    public String toString() {
        return "CitizenLogin[" + profile + ", " + level + "]";
    }
}
