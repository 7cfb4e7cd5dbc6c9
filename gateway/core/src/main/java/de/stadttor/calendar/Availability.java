package de.stadttor.calendar;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hours of a scope, on the days of a recurrence.
 *
 * @param version counts its changes, from 1
 */
public record Availability(UUID id, ScopeId scope, Recurrence recurrence, Hours hours, String comment, long version) {

    Availability withVersion(long other) {
        return new Availability(id, scope, recurrence, hours, comment, other);
    }

    /** Whether both ever take the same minutes of a day of {@code days}. */
    boolean overlaps(Availability other, Stream<LocalDate> days) {
        return !id.equals(other.id())
                && hours.overlap(other.hours.from(), other.hours.until())
                && days.anyMatch(day -> recurrence.fallsOn(day) && other.recurrence.fallsOn(day));
    }

    /** What the hours are for. */
    public enum Kind {
        /** Desks take appointments. */
        OPEN,
        /** Slots that touch it are none. */
        BREAK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A part of a day, divided into slots.
     *
     * @param until exclusive
     * @param slotMinutes length of a slot, 1 to 480; divides the hours without a rest
     * @param desks how many appointments at a time, those that only staff may make included; 0 in a break
     * @param publicDesks how many of them the public may make
     */
    public record Hours(Kind kind, LocalTime from, LocalTime until, int slotMinutes, int desks, int publicDesks) {

        public Hours {
            long minutes = ChronoUnit.MINUTES.between(from, until);
            if (minutes <= 0) {
                throw new Refused(Refusal.Invalid.at("/endsAt", "before-start"));
            }
            if (slotMinutes < 1 || minutes % slotMinutes != 0) {
                throw new Refused(Refusal.Invalid.at("/slotMinutes", "uneven-division"));
            }
            if (publicDesks < 0 || publicDesks > desks) {
                throw new Refused(Refusal.Invalid.at("/publicDesks", "more-than-desks"));
            }
            if ((kind == Kind.BREAK) != (desks == 0)) {
                throw new Refused(Refusal.Invalid.at("/desks", kind == Kind.BREAK ? "break-has-no-desks" : "required"));
            }
        }

        /** A break. */
        public static Hours closed(LocalTime from, LocalTime until) {
            int minutes = Math.toIntExact(ChronoUnit.MINUTES.between(from, until));
            return new Hours(Kind.BREAK, from, until, minutes, 0, 0);
        }

        /** When slots begin, by the clock on the wall. */
        Stream<LocalTime> starts() {
            int count = Math.toIntExact(ChronoUnit.MINUTES.between(from, until) / slotMinutes);
            return IntStream.range(0, count).mapToObj(i -> from.plusMinutes((long) i * slotMinutes));
        }

        boolean overlap(LocalTime start, LocalTime end) {
            return from.isBefore(end) && start.isBefore(until);
        }

        boolean overlap(LocalTime start, int minutes) {
            long begins = start.toSecondOfDay();
            return from.toSecondOfDay() < begins + minutes * 60L && begins < until.toSecondOfDay();
        }
    }
}
