package de.stadttor.people;

import java.util.Locale;

/**
 * How firmly an identity was proven, weakest first. {@link #BASIC} is a user name with a password, which is no eIDAS
 * level; the others are those of Implementing Regulation (EU) 2015/1502, Annex.
 */
public enum AssuranceLevel {
    BASIC,
    LOW,
    SUBSTANTIAL,
    HIGH;

    /** Reads the written form ({@code basic}, {@code low}, {@code substantial}, {@code high}), any case. */
    public static AssuranceLevel of(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }

    /** True when an identity proven this firmly is enough where {@code required} is asked. */
    public boolean satisfies(AssuranceLevel required) {
        return compareTo(required) >= 0;
    }

    /** The stronger of both. */
    public AssuranceLevel atLeast(AssuranceLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The written form, as in contracts and {@code acr} values. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
