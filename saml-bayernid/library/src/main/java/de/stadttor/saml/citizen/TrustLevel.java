package de.stadttor.saml.citizen;

import de.stadttor.saml.AssuranceLevel;
import org.jspecify.annotations.Nullable;

/**
 * How far one datum can be trusted, weakest first. Even a login with the online ID card carries a self-asserted mail
 * address, so this is told datum by datum ({@code akdb:TrustLevel}) and differs from the level of the login.
 */
public enum TrustLevel {
    UNTERGEORDNET,
    NORMAL,
    SUBSTANTIELL,
    HOCH;

    /** Reads the wire value; what is missing or unknown counts as the lowest. */
    static TrustLevel of(@Nullable String wire) {
        for (TrustLevel level : values()) {
            if (level.name().equals(wire)) {
                return level;
            }
        }
        return UNTERGEORDNET;
    }

    /** The assurance level of the same rank. */
    public AssuranceLevel asAssuranceLevel() {
        return switch (this) {
            case UNTERGEORDNET -> AssuranceLevel.BASIC;
            case NORMAL -> AssuranceLevel.LOW;
            case SUBSTANTIELL -> AssuranceLevel.SUBSTANTIAL;
            case HOCH -> AssuranceLevel.HIGH;
        };
    }
}
