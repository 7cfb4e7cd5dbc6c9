package de.stadttor.sharing;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Does the same work for several callers together. Who comes while a turn is free goes at once, alone if need be; who
 * comes meanwhile goes with the next turn, so nobody waits longer than the turns under way take. No timer is involved:
 * the more callers there are, the more share a turn.
 *
 * @param <A> what a caller brings
 * @param <R> what a caller gets
 */
public final class SharedWork<A, R> {

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);
    private static final int RINGS = 16;

    private final Function<List<A>, Mono<List<R>>> work;
    private final Predicate<Throwable> everybodys;
    private final Bounds bounds;
    private final Queue<Caller<A, R>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    private final AtomicInteger rings = new AtomicInteger();

    /** Wakes turns; a ring too many may be lost, for one that waits to be heard will do. */
    private final Sinks.Many<Boolean> bell = Sinks.many().multicast().onBackpressureBuffer(RINGS, false);

    /**
     * @param work a result for each item, in their order; when it fails it must have had no effect
     * @param everybodys whether a failure would meet each caller alone as well, such as an outage; of every other
     *     failure only the caller shall hear whose item causes it
     */
    public SharedWork(Function<List<A>, Mono<List<R>>> work, Predicate<Throwable> everybodys, Bounds bounds) {
        this.work = work;
        this.everybodys = everybodys;
        this.bounds = bounds;
    }

    /** The turns: to be subscribed while the program runs, once at a time. Never fails, never ends. */
    public Flux<Void> turns() {
        return bell.asFlux().startWith(true).flatMap(_ -> whileSomebodyWaits(), bounds.turns());
    }

    private Flux<Void> whileSomebodyWaits() {
        return Mono.defer(() -> turn(seated())).repeat(() -> !queue.isEmpty());
    }

    /** The outcome for this item; refused when too many wait. Who stops waiting before the turn begins is left out. */
    public Mono<R> with(A item) {
        return Mono.create(sink -> {
            if (waiting.incrementAndGet() > bounds.waiting()) {
                waiting.decrementAndGet();
                sink.error(new Refused(new Refusal.Busy(COME_AGAIN)));
            } else {
                queue.add(new Caller<>(item, sink));
                ring();
            }
        });
    }

    /** One thread rings at a time, also for those who come while it does; they need not wait for it. */
    private void ring() {
        if (rings.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            bell.tryEmitNext(true);
            seen = rings.addAndGet(-seen);
        } while (seen != 0);
    }

    /** How many wait for a turn. */
    public int waiting() {
        return waiting.get();
    }

    private List<Caller<A, R>> seated() {
        List<Caller<A, R>> seated = new ArrayList<>();
        while (seated.size() < bounds.seats()) {
            Caller<A, R> next = queue.poll();
            if (next == null) {
                break;
            }
            waiting.decrementAndGet();
            if (!next.left()) {
                seated.add(next);
            }
        }
        return seated;
    }

    private Mono<Void> turn(List<Caller<A, R>> callers) {
        if (callers.isEmpty()) {
            return Mono.empty();
        }
        return together(callers).onErrorResume(failure -> {
            if (callers.size() == 1 || everybodys.test(failure)) {
                callers.forEach(caller -> caller.fails(failure));
                return Mono.empty();
            }
            return Flux.fromIterable(callers)
                    .concatMap(caller -> turn(List.of(caller)))
                    .then();
        });
    }

    private Mono<Void> together(List<Caller<A, R>> callers) {
        return Mono.defer(() -> work.apply(callers.stream().map(Caller::item).toList()))
                .doOnNext(results -> {
                    for (int i = 0; i < callers.size(); i++) {
                        callers.get(i).gets(results.get(i));
                    }
                })
                .then();
    }

    /**
     * How much at once.
     *
     * @param turns at the same time, so that one can be prepared while another is made durable
     * @param seats callers in a turn, at most
     * @param waiting callers who wait for a turn, at most
     */
    public record Bounds(int turns, int seats, int waiting) {}
}
