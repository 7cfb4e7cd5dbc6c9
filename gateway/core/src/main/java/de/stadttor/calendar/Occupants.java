package de.stadttor.calendar;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Who has places in a calendar. */
@FunctionalInterface
public interface Occupants {

    /** Everybody who has a place that begins in this time, in the order of their places. */
    Flux<Occupant> between(ScopeId scope, Instant from, Instant until);

    /**
     * An appointment, as far as a calendar is concerned.
     *
     * @param number for people
     * @param first its first slot
     * @param length how many slots it takes
     * @param since when it was made
     */
    record Occupant(UUID appointment, String number, Slot.Key first, int length, Instant since) {

        boolean covers(Slot.Key key) {
            long seconds = key.at().getEpochSecond() - first.at().getEpochSecond();
            return key.minutes() == first.minutes() && seconds >= 0 && seconds < 60L * length * key.minutes();
        }
    }
}
