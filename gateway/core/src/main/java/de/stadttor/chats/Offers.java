package de.stadttor.chats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuples;

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

    /** Every chat of which it is due. */
    Mono<Void> round() {
        return chats.unoffered(A_ROUND).concatMap(this::offer).then();
    }

    private Mono<Void> offer(Chat chat) {
        Instant now = clock.instant();
        return operators
                .presentSince(now.minus(Operator.PRESENT))
                .filter(operator -> operator.takesChats(now) && operator.worksOn(chat.queue()))
                .concatMap(
                        operator -> chats.ofOperator(operator.subject()).count().map(busy -> Tuples.of(operator, busy)))
                .filter(both -> both.getT2() < both.getT1().capacity())
                .map(both -> both.getT1().subject())
                .collectList()
                .flatMap(free -> offer(chat, free, now));
    }

    /** @param free who could take it, the longest idle first */
    private Mono<Void> offer(Chat chat, List<String> free, Instant now) {
        if (free.isEmpty() || !(chat.stage() instanceof Stage.Waiting waiting)) {
            return Mono.empty();
        }
        Optional<String> next = free.stream()
                .filter(operator -> !waiting.declined().contains(operator))
                .findFirst();
        return next.map(operator ->
                        seats.offer(chat.id(), operator, now.plus(LASTS)).then())
                .orElseGet(() -> seats.askAllAgain(chat.id()));
    }
}
