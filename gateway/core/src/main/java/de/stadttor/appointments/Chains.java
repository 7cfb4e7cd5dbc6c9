package de.stadttor.appointments;

import de.stadttor.calendar.CalendarScope;
import de.stadttor.calendar.Counter;
import de.stadttor.calendar.Slot;
import de.stadttor.calendar.Slots;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where so many free slots follow each other. A chain goes on wherever a slot of the same length begins when the one
 * before ends, whichever hours they belong to; it has as many places as its fullest slot.
 */
final class Chains {

    private final TreeMap<Slot.Key, Counter> counters = new TreeMap<>();
    private final Map<Slot.Key, Integer> run = new HashMap<>();
    private final Slots.Share share;

    Chains(Collection<Counter> all, Slots.Share share) {
        this.share = share;
        all.forEach(counter -> counters.put(counter.slot().key(), counter));
        counters.descendingMap().forEach((key, counter) -> run.put(key, run(key, counter)));
    }

    private int run(Slot.Key key, Counter counter) {
        int free = switch (share) {
            case PUBLIC -> counter.publicFree();
            case STAFF -> counter.free();
        };
        return free == 0 ? 0 : 1 + run.getOrDefault(key.next(), 0);
    }

    /** Where a chain of this length begins that may be booked now, in order; staff book whatever lies ahead. */
    List<Slot.Key> starts(int length, CalendarScope scope, Instant now) {
        return counters.values().stream()
                .filter(counter -> run.getOrDefault(counter.slot().key(), 0) >= length)
                .map(Counter::slot)
                .filter(slot -> isOpen(scope, slot, now))
                .map(Slot::key)
                .toList();
    }

    private boolean isOpen(CalendarScope scope, Slot slot, Instant now) {
        Instant at = slot.key().at();
        return switch (share) {
            case PUBLIC -> scope.window().isOpen(at, slot.releasedAt(), now, scope.zone());
            case STAFF -> at.isAfter(now);
        };
    }
}
