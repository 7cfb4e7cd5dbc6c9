package de.stadttor.appointments;

import de.stadttor.calendar.CalendarScope;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A calendar of an office, and the terms on which the public books in it. An office with several offers them as one.
 *
 * @param shortName tells it from the others of its office
 * @param hint what citizens should know; may be empty
 */
public record Scope(CalendarScope calendar, OfficeId office, String shortName, Conditions conditions, String hint) {

    /** On which the public books. */
    public record Conditions(Holds holds, Terms terms, Limits limits) {

        /** Of what left the catalogue: who has an appointment there keeps it, and can go on to its end. */
        static final Conditions OF_WITHDRAWN = new Conditions(
                new Holds(Duration.ofHours(1), Duration.ofHours(1), Duration.ZERO),
                new Terms(false, false, true),
                new Limits(Integer.MAX_VALUE, 0, List.of()));
    }

    /**
     * How long a place is kept.
     *
     * @param reserved after it was chosen, until the contact is given
     * @param activation after the contact was given, until its mail is confirmed
     * @param cancelled after a cancellation, until others can have it
     */
    public record Holds(Duration reserved, Duration activation, Duration cancelled) {}

    /**
     * What the public must give.
     *
     * @param email whether an address is required
     * @param phone whether a number is required
     * @param activation whether who is not logged in must confirm by mail
     */
    public record Terms(boolean email, boolean phone, boolean activation) {}

    /**
     * How much one may book.
     *
     * @param slots most slots of one appointment
     * @param appointments most appointments of one citizen or address ahead; 0 for any number
     * @param unlimited addresses that may have more; {@code @example.org} stands for all of exactly that domain
     */
    public record Limits(int slots, int appointments, List<String> unlimited) {

        public Limits {
            unlimited = List.copyOf(unlimited);
        }

        boolean isUnlimited(String email) {
            String address = email.toLowerCase(Locale.ROOT);
            return unlimited.stream()
                    .map(entry -> entry.toLowerCase(Locale.ROOT))
                    .anyMatch(entry -> entry.startsWith("@")
                            ? address.substring(address.lastIndexOf('@')).equals(entry)
                            : address.equals(entry));
        }
    }
}
