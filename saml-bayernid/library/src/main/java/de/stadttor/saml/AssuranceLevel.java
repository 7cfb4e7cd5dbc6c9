package de.stadttor.saml;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How firmly an identity was proven, weakest first.
 *
 * <p>Sources: Implementing Regulation (EU) 2015/1502 for the eIDAS levels; the identity providers speak of STORK
 * levels. {@link #BASIC} (user name and password) reaches no eIDAS level at all and must never be taken for
 * {@link #LOW}.
 */
public enum AssuranceLevel {
    BASIC(1),
    LOW(2),
    SUBSTANTIAL(3),
    HIGH(4);

    private static final String STORK = "STORK-QAA-Level-";
    private static final String EIDAS = "http://eidas.europa.eu/LoA/";

    private final int storkNumber;

    AssuranceLevel(int storkNumber) {
        this.storkNumber = storkNumber;
    }

    /** The class reference on the wire, such as {@code STORK-QAA-Level-3}: a plain string, no URN. */
    public String stork() {
        return STORK + storkNumber;
    }

    /** The level identifier of eIDAS; empty for {@link #BASIC}, which has none. */
    public Optional<String> eidas() {
        return this == BASIC ? Optional.empty() : Optional.of(EIDAS + lowerCase());
    }

    /** The name used in paths, settings and authorities, such as {@code substantial}. */
    public String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean satisfies(AssuranceLevel required) {
        return compareTo(required) >= 0;
    }

    public AssuranceLevel lowerOf(AssuranceLevel other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Reads a STORK class reference; empty for anything else, so that an unknown level is never a level. */
    public static Optional<AssuranceLevel> ofStork(String classReference) {
        return find(level -> level.stork().equals(classReference));
    }

    /** Reads an eIDAS level identifier; empty for anything else. */
    public static Optional<AssuranceLevel> ofEidas(String identifier) {
        return find(level -> level.eidas().filter(identifier::equals).isPresent());
    }

    /** Reads {@link #lowerCase()}; empty for anything else. */
    public static Optional<AssuranceLevel> ofName(String name) {
        return find(level -> level.lowerCase().equals(name));
    }

    private static Optional<AssuranceLevel> find(Predicate<AssuranceLevel> wanted) {
        return Arrays.stream(values()).filter(wanted).findFirst();
    }
}
