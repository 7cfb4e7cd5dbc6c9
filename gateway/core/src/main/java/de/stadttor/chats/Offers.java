package de.stadttor.chats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Offers those who wait to those who are free: who came first, to whoever has been idle longest. */
public final class Offers {

    /** So long does somebody think it over, before it goes to the next one. */
    static final Duration LASTS = Duration.ofSeconds(30);

    /** Of each queue; in a moment there is another round. */
    private static final int A_ROUND = 50;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Chats chats;
    private final Operators operators;
    private final Seats seats;
    private final ChatWakes wakes;
    private final Clock clock;

    public Offers(Chats chats, Operators operators, Seats seats, ChatWakes wakes, Clock clock) {
        this.chats = chats;
        this.operators = operators;
        this.seats = seats;
        this.wakes = wakes;
        this.clock = clock;
    }

    /**
     * A round whenever something has changed, and once in every {@code interval}, for ever.
     *
     * @param failures hears of a round that failed; it is left to the next
     */
    public Flux<Void> every(Duration interval, Consumer<Throwable> failures) {
        return Flux.merge(wakes.ofDesk().map(_ -> 0L), Flux.interval(interval).onBackpressureDrop())
                .onBackpressureLatest()
                .concatMap(
                        _ -> round().doOnError(failures)
                                .onErrorComplete()
                                .then(Mono.delay(PAUSE))
                                .then(),
                        1);
    }

    /** Every chat of which it is due. Who could take them is looked up once, however long the lines. */
    Mono<Void> round() {
        return chats.unoffered(A_ROUND)
                .collectList()
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(waiting -> Mono.zip(present(), chats.loads())
                        .map(both -> new Bench(both.getT1(), both.getT2()))
                        .flatMapMany(bench -> Flux.fromIterable(waiting).concatMap(chat -> offer(chat, bench)))
                        .then());
    }

    private Mono<List<Operator>> present() {
        Instant now = clock.instant();
        return operators
                .presentSince(now.minus(Operator.PRESENT))
                .filter(operator -> operator.takesChats(now))
                .collectList();
    }

    private Mono<Void> offer(Chat chat, Bench bench) {
        List<String> free = bench.free(chat.queue());
        if (free.isEmpty() || !(chat.stage() instanceof Stage.Waiting waiting)) {
            return Mono.empty();
        }
        Optional<String> next = free.stream()
                .filter(operator -> !waiting.declined().contains(operator))
                .findFirst();
        return next.map(operator -> seats.offer(
                                chat.id(), operator, clock.instant().plus(LASTS))
                        .doOnNext(_ -> bench.seat(operator))
                        .then())
                .orElseGet(() -> seats.askAllAgain(chat.id()));
    }

    /** Who could take chats in this round; whoever was offered one has a seat less. */
    private static final class Bench {

        private final List<Operator> operators;
        private final Map<String, Integer> loads;

        /** @param operators the longest idle first */
        Bench(List<Operator> operators, Map<String, Integer> loads) {
            this.operators = operators;
            this.loads = new HashMap<>(loads);
        }

        List<String> free(String queue) {
            return operators.stream()
                    .filter(operator ->
                            operator.worksOn(queue) && loads.getOrDefault(operator.subject(), 0) < operator.capacity())
                    .map(Operator::subject)
                    .toList();
        }

        void seat(String operator) {
            loads.merge(operator, 1, Integer::sum);
        }
    }
}
