package de.stadttor.identity.login;

import de.stadttor.people.AssuranceLevel;

/** The library's levels and the core's, which bear the same names. */
final class Levels {

    private Levels() {}

    static AssuranceLevel ours(de.stadttor.saml.AssuranceLevel level) {
        return switch (level) {
            case BASIC -> AssuranceLevel.BASIC;
            case LOW -> AssuranceLevel.LOW;
            case SUBSTANTIAL -> AssuranceLevel.SUBSTANTIAL;
            case HIGH -> AssuranceLevel.HIGH;
        };
    }

    static de.stadttor.saml.AssuranceLevel theirs(AssuranceLevel level) {
        return switch (level) {
            case BASIC -> de.stadttor.saml.AssuranceLevel.BASIC;
            case LOW -> de.stadttor.saml.AssuranceLevel.LOW;
            case SUBSTANTIAL -> de.stadttor.saml.AssuranceLevel.SUBSTANTIAL;
            case HIGH -> de.stadttor.saml.AssuranceLevel.HIGH;
        };
    }
}
