package de.stadttor.people;

import java.util.Locale;

/**
 * Whom somebody else acts for: has tickets and a feed like a citizen, and never logs in.
 *
 * @param name as the caseworker recorded it
 */
public record Principal(CitizenId id, Kind kind, String name) {

    /** What kind of person acts through others. */
    public enum Kind {
        /** A company, a club, an authority. */
        ORGANISATION,
        /** A child, or an adult under guardianship. */
        WARD;

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
