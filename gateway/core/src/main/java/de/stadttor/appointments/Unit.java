package de.stadttor.appointments;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * To whom offices belong.
 *
 * @param parent id of the unit above; null for an owner
 */
public record Unit(int id, Kind kind, @Nullable Integer parent, String name) {

    /** From the top. */
    public enum Kind {
        OWNER,
        ORGANISATION,
        DEPARTMENT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Of what kind the unit above is; null for the top. */
        @Nullable
        Kind above() {
            return switch (this) {
                case OWNER -> null;
                case ORGANISATION -> OWNER;
                case DEPARTMENT -> ORGANISATION;
            };
        }
    }
}
