package de.stadttor.chats;

import de.stadttor.people.Caseworker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who is there: operators and citizens whose connections end at this node. It says so again and again; who is not heard
 * of for a while, for whatever reason, is gone.
 */
public final class Presence {

    private static final int USUAL_CAPACITY = 3;
    private static final int BATCH = 500;

    private final Operators operators;
    private final Chats chats;
    private final ChatWakes wakes;
    private final Clock clock;
    private final Set<Connected<String>> present = ConcurrentHashMap.newKeySet();
    private final Set<Connected<ChatId>> citizens = ConcurrentHashMap.newKeySet();

    public Presence(Operators operators, Chats chats, ChatWakes wakes, Clock clock) {
        this.operators = operators;
        this.chats = chats;
        this.wakes = wakes;
        this.clock = clock;
    }

    /** Somebody has connected; who was never there before is away until they say otherwise. */
    Mono<Operator> arrive(Caseworker caseworker) {
        Instant now = clock.instant();
        return operators
                .find(caseworker.subject())
                .map(known -> new Operator(
                        caseworker.subject(),
                        caseworker.name(),
                        caseworker.queues(),
                        known.available() && known.isPresent(now),
                        known.capacity(),
                        known.idleSince(),
                        now))
                .defaultIfEmpty(new Operator(
                        caseworker.subject(), caseworker.name(), caseworker.queues(), false, USUAL_CAPACITY, now, now))
                .delayUntil(operators::put)
                .doOnNext(operator -> wakes.desk(operator.subject()));
    }

    /** Says whether to be offered chats. */
    Mono<Operator> declare(Caseworker caseworker, boolean available, int capacity) {
        Instant now = clock.instant();
        return operators
                .find(caseworker.subject())
                .map(known -> new Operator(
                        caseworker.subject(),
                        caseworker.name(),
                        caseworker.queues(),
                        available,
                        capacity,
                        known.available() ? known.idleSince() : now,
                        now))
                .delayUntil(operators::put)
                .doOnNext(operator -> wakes.desk(operator.subject()));
    }

    /** While it is subscribed this operator is there. */
    <T> Flux<T> whilePresent(String operator, Flux<T> work) {
        return held(present, new Connected<>(operator, new Object()), work);
    }

    /** While it is subscribed the citizen of this chat is there. */
    public <T> Flux<T> whileConnected(ChatId chat, Flux<T> work) {
        return held(citizens, new Connected<>(chat, new Object()), work);
    }

    /**
     * Says so, once in every {@code interval}, for ever.
     *
     * @param failures hears what could not be said; it is said the next time
     */
    public Flux<Void> every(Duration interval, Consumer<Throwable> failures) {
        return Flux.interval(interval)
                .onBackpressureDrop()
                .concatMap(_ -> say().doOnError(failures).onErrorComplete(), 1);
    }

    private Flux<Void> say() {
        Instant now = clock.instant();
        return Flux.fromIterable(names(present))
                .buffer(BATCH)
                .concatMap(subjects -> operators.seen(subjects, now))
                .concatWith(Flux.fromIterable(names(citizens))
                        .buffer(BATCH)
                        .concatMap(connected -> chats.seen(connected, now)));
    }

    private static <T, N> Flux<T> held(Set<Connected<N>> all, Connected<N> one, Flux<T> work) {
        return Flux.using(() -> all.add(one), _ -> work, _ -> all.remove(one));
    }

    private static <N> Collection<N> names(Set<Connected<N>> all) {
        return all.stream().map(Connected::name).distinct().toList();
    }

    /** One of perhaps several connections of the same. */
    private record Connected<N>(N name, Object connection) {}
}
