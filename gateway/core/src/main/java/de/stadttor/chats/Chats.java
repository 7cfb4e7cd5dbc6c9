package de.stadttor.chats;

import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where chats live. Nothing happens before subscription. */
public interface Chats {

    /** Joins the running transaction. */
    Mono<Void> add(Chat chat);

    Mono<Chat> find(ChatId id);

    /** Finds and holds it for the running transaction. */
    Mono<Chat> hold(ChatId id);

    /** Stores a chat that is held; joins the running transaction. */
    Mono<Void> put(Chat after);

    /** Who waits, in the order in which they came. */
    Flux<Chat> waiting(String queue, int limit);

    /**
     * Who waits and is offered to nobody, in the order in which they came.
     *
     * @param limit so many of each queue, so that no line hides another one
     */
    Flux<Chat> unoffered(int limit);

    /** Who waits with an offer that has run out. */
    Flux<Chat> lapsed(Instant now, int limit);

    /** Chats under way, oldest first. */
    Flux<Chat> running(String queue, int limit);

    /** Chats that this operator has, or is offered. */
    Flux<Chat> ofOperator(String operator);

    /** How many chats each operator has or is offered, by subject; who has none is not there. */
    Mono<Map<String, Integer>> loads();

    /** How many wait in a queue, of those that have come before {@code before}. */
    Mono<Integer> ahead(String queue, Instant before);

    /** The newest waits of a queue that have ended with somebody coming. */
    Flux<WaitEstimate.Wait> waits(String queue, int limit);

    /** Chats that have changed since, with their versions; some may have changed a little earlier. */
    Flux<Change> changedSince(Instant since);

    /** Their citizens are connected right now. */
    Mono<Void> seen(Collection<ChatId> chats, Instant now);

    /** When the citizen of a chat was last known to be connected. */
    Mono<Instant> seenAt(ChatId chat);

    /**
     * Chats that are not over and whose rules should be looked at: they have stood as they are since before
     * {@code unchanged}, or their citizen has not been seen since {@code unseen}. In an order that never changes.
     *
     * @param after goes on behind this one; null from the beginning
     */
    Flux<Quiet> quiet(Instant unchanged, Instant unseen, @Nullable ChatId after, int limit);

    /** The chat that a ticket came with; empty for most tickets. */
    Mono<Chat> ofTicket(TicketId ticket);

    /** Forgets chats that ended before {@code before}; their tickets stay. */
    Mono<Long> expire(Instant before);

    /** @param operator of the stage that the chat is in now */
    record Change(ChatId chat, String queue, @Nullable String operator, long version) {}

    /** @param seenAt when the citizen was last connected */
    record Quiet(Chat chat, Instant seenAt) {}
}
