package de.stadttor.chats;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a chat is open, by the clock on the wall in Germany.
 *
 * @param closedOn days on which it is not, whatever day of the week it is
 */
public record OpeningHours(List<Hours> hours, Set<LocalDate> closedOn) {

    /** As people in the office mean it. */
    private static final ZoneId OFFICE_ZONE = ZoneId.of("Europe/Berlin");

    /** Whoever closes for longer has closed. */
    private static final int DAYS_AHEAD = 60;

    public static final OpeningHours NEVER = new OpeningHours(List.of(), Set.of());

    public OpeningHours {
        hours = List.copyOf(hours);
        closedOn = Set.copyOf(closedOn);
    }

    public boolean isOpen(Instant now) {
        var here = now.atZone(OFFICE_ZONE);
        return on(here.toLocalDate()).anyMatch(each -> each.covers(here.toLocalTime()));
    }

    /** When it opens next; empty when it is open now, or stays closed. */
    public Optional<Instant> opensAt(Instant now) {
        LocalDate today = now.atZone(OFFICE_ZONE).toLocalDate();
        return isOpen(now)
                ? Optional.empty()
                : IntStream.rangeClosed(0, DAYS_AHEAD)
                        .mapToObj(today::plusDays)
                        .flatMap(day -> on(day).map(each ->
                                day.atTime(each.from()).atZone(OFFICE_ZONE).toInstant()))
                        .filter(opening -> opening.isAfter(now))
                        .min(Comparator.naturalOrder());
    }

    private Stream<Hours> on(LocalDate day) {
        return closedOn.contains(day)
                ? Stream.empty()
                : hours.stream().filter(each -> each.day() == day.getDayOfWeek());
    }

    /** @param to first moment after it; null for the end of the day */
    public record Hours(
            DayOfWeek day, LocalTime from, @Nullable LocalTime to) {

        /** Whether it ends after it begins. */
        public boolean isSound() {
            return to == null || from.isBefore(to);
        }

        boolean covers(LocalTime time) {
            return !time.isBefore(from) && (to == null || time.isBefore(to));
        }
    }
}
