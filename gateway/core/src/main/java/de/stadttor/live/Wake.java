package de.stadttor.live;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One wake-up of a citizen's followers. What it makes several of them read, one reads for all: whatever is committed
 * after that wakes them again.
 */
public final class Wake {

    /** How long a follower who comes late may still be told what another one has read; rights may end meanwhile. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final Wake OF_ONE = new Wake(null);

    private final @Nullable ConcurrentHashMap<Object, Mono<?>> readings;

    private Wake(@Nullable ConcurrentHashMap<Object, Mono<?>> readings) {
        this.readings = readings;
    }

    static Wake of(int followers) {
        return followers > 1 ? new Wake(new ConcurrentHashMap<>()) : OF_ONE;
    }

    /** @param what names the reading and decides its type, such as a record of what it depends on */
    @SuppressWarnings("unchecked")
    public <T> Mono<T> read(Object what, Mono<T> reading) {
        return readings == null ? reading : (Mono<T>) readings.computeIfAbsent(what, _ -> shared(reading));
    }

    /** Thousands go on from it: not on the thread that answered the first one. */
    private static Mono<?> shared(Mono<?> reading) {
        return reading.cache(FRESH).publishOn(Schedulers.parallel());
    }
}
