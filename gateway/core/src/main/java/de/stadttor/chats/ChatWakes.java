package de.stadttor.chats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Wakes those who look at chats when something about them has changed: at once on this node, within some seconds when
 * another node did it. A wake says nothing; whoever is woken looks.
 */
public final class ChatWakes {

    /** So much may a commit be younger than the time that stands in it. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final Chats chats;
    private final Clock clock;
    private final Bell<Topic, Topic> bell = new Bell<>();
    private final Map<ChatId, Long> known = new ConcurrentHashMap<>();
    private final Map<ChatId, String> operators = new ConcurrentHashMap<>();
    private volatile Instant looked;

    public ChatWakes(Chats chats, Clock clock) {
        this.chats = chats;
        this.clock = clock;
        this.looked = clock.instant();
    }

    Flux<Topic> ofChat(ChatId chat) {
        return bell.heard(List.of(new Topic.OneChat(chat)));
    }

    /** Lines in which somebody may have moved up. */
    Flux<Topic.Line> ofLines() {
        return bell.heard(List.of(new Topic.Lines())).ofType(Topic.Line.class);
    }

    /** Whatever concerns operators together: who waits, who is there. */
    Flux<Topic> ofDesk() {
        return bell.heard(List.of(new Topic.Desk()));
    }

    /** What concerns this operator alone: they themselves, and the chats that they have, had or are offered. */
    Flux<Topic> ofOperator(String operator) {
        return bell.heard(List.of(new Topic.OneOperator(operator)));
    }

    /** A chat is elsewhere in its line now, or in none. */
    void moved(Chat chat) {
        changed(chat);
        bell.ring(new Topic.Lines(), new Topic.Line(chat.queue()));
        desk();
    }

    /** Something about a chat changed that concerns nobody but those in it. */
    void changed(Chat chat) {
        bell.ring(new Topic.OneChat(chat.id()), new Topic.OneChat(chat.id()));
        atDesk(chat.id(), chat.stage().operator());
    }

    /** An operator came, went, or will take more. */
    void desk(String operator) {
        ring(operator);
        desk();
    }

    private void desk() {
        bell.ring(new Topic.Desk(), new Topic.Desk());
    }

    /** Rings at whoever has the chat, and at whoever had it. */
    private void atDesk(ChatId chat, @Nullable String operator) {
        String before = operator == null ? operators.remove(chat) : operators.put(chat, operator);
        Stream.of(before, operator).filter(Objects::nonNull).distinct().forEach(this::ring);
    }

    private void ring(String operator) {
        bell.ring(new Topic.OneOperator(operator), new Topic.OneOperator(operator));
    }

    /**
     * Looks for what other nodes did, once in every {@code interval}, for ever.
     *
     * @param failures hears of a look that failed; the next one makes it good
     */
    public Flux<Void> every(Duration interval, Consumer<Throwable> failures) {
        return Flux.interval(interval)
                .onBackpressureDrop()
                .concatMap(_ -> look().doOnError(failures).onErrorComplete(), 1);
    }

    /** One look. */
    Mono<Void> look() {
        return Mono.defer(() -> {
            Instant since = looked.minus(OVERLAP);
            Instant now = clock.instant();
            return chats.changedSince(since)
                    .collectMap(Chats.Change::chat)
                    .doOnNext(changes -> {
                        wake(changes);
                        looked = now;
                    })
                    .then();
        });
    }

    private void wake(Map<ChatId, Chats.Change> changes) {
        known.keySet().retainAll(changes.keySet());
        changes.forEach((chat, change) -> {
            Long before = known.put(chat, change.version());
            if (before == null || before != change.version()) {
                bell.ring(new Topic.OneChat(chat), new Topic.OneChat(chat));
                atDesk(chat, change.operator());
                bell.ring(new Topic.Lines(), new Topic.Line(change.queue()));
                desk();
            }
        });
    }

    /** What one can be woken for. */
    sealed interface Topic {

        record OneChat(ChatId chat) implements Topic {}

        /** All lines. */
        record Lines() implements Topic {}

        record Line(String queue) implements Topic {}

        /** What operators have in common. */
        record Desk() implements Topic {}

        record OneOperator(String subject) implements Topic {}
    }
}
