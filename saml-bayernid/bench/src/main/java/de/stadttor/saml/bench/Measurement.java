package de.stadttor.saml.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One timed round.
 *
 * @param perSecond messages consumed per second of wall-clock time
 * @param p95 time that 95 of 100 messages stay below
 */
record Measurement(double perSecond, Duration p95) {

    /** Consumes all messages, at most {@code concurrency} at once, and fails if one of them is not taken. */
    static <T> Measurement of(List<T> messages, int concurrency, Function<T, Mono<Boolean>> consumer) {
        List<Long> times = Collections.synchronizedList(new ArrayList<>(messages.size()));
        long begin = System.nanoTime();
        Flux.fromIterable(messages)
                .flatMap(message -> timed(consumer, message, times), concurrency)
                .blockLast();
        double seconds = (System.nanoTime() - begin) / 1e9;
        Collections.sort(times);
        return new Measurement(messages.size() / seconds, Duration.ofNanos(times.get(times.size() * 95 / 100)));
    }

    private static <T> Mono<Boolean> timed(Function<T, Mono<Boolean>> consumer, T message, List<Long> times) {
        return Mono.defer(() -> {
            long begin = System.nanoTime();
            return consumer.apply(message)
                    .filter(taken -> taken)
                    .switchIfEmpty(Mono.error(() -> new IllegalStateException("a genuine answer was not taken")))
                    .doOnSuccess(_ -> times.add(System.nanoTime() - begin));
        });
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%7.1f/s, p95 %5.1f ms", perSecond, p95.toNanos() / 1e6);
    }
}
