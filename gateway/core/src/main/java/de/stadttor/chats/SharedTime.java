package de.stadttor.chats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The time of all nodes: what one writes down of who was there when, others judge by, so clocks that go wrong must not
 * count. Each node's own clock is put right by that of the database.
 */
public final class SharedTime {

    /** An answer that took longer says too little about when it was given. */
    private static final Duration SLOWEST = Duration.ofSeconds(1);

    private final Clock own;
    private final Supplier<Mono<Instant>> common;
    private volatile Duration ahead = Duration.ZERO;

    /**
     * @param own of this node
     * @param common the time right now by the clock that all nodes can ask
     */
    public SharedTime(Clock own, Supplier<Mono<Instant>> common) {
        this.own = own;
        this.common = common;
    }

    /** Goes as this node's clock until the other one was asked for the first time. */
    public Clock clock() {
        return new PutRight(own.getZone());
    }

    /**
     * Compares the clocks now, and once in every {@code interval}, for ever.
     *
     * @param failures hears why it could not; until the next time it goes as before
     */
    public Flux<Void> every(Duration interval, Consumer<Throwable> failures) {
        return Flux.interval(Duration.ZERO, interval)
                .onBackpressureDrop()
                .concatMap(_ -> compare().doOnError(failures).onErrorComplete(), 1);
    }

    /** The answer was given half-way between question and arrival, as far as anybody knows. */
    Mono<Void> compare() {
        return Mono.defer(() -> {
            Instant asked = own.instant();
            return common.get()
                    .doOnNext(answer -> {
                        Duration way = Duration.between(asked, own.instant());
                        if (way.compareTo(SLOWEST) <= 0) {
                            ahead = Duration.between(asked.plus(way.dividedBy(2)), answer);
                        }
                    })
                    .then();
        });
    }

    private final class PutRight extends Clock {

        private final ZoneId zone;

        private PutRight(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new PutRight(other);
        }

        @Override
        public Instant instant() {
            return own.instant().plus(ahead);
        }
    }
}
