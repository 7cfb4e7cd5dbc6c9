package de.stadttor.outbox;

import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.reactions.Overtaken;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where each item of the outbox stands on its way. */
public interface DeliveryLedger {

    /**
     * Claims the item that has been due longest, in a transaction of its own that is committed when this returns.
     *
     * @param owner this process, for people who look
     * @param lease after it the item is due again
     * @return empty when nothing is due
     */
    Mono<DeliveryClaim> next(String owner, Duration lease);

    /**
     * Notes to whom the item is about to go, so that an answer or a bounce finds it however early it comes.
     *
     * @param addressHash as in {@link Delivery}
     * @return an error of type {@link Overtaken} when the lease was lost
     */
    Mono<Void> address(DeliveryClaim claim, String addressHash);

    /** Ends the way of an item; joins the running transaction. Fails with {@link Overtaken} when the lease was lost. */
    Mono<Void> settle(DeliveryClaim claim, Delivery.State end, String code);

    /** Frees the claim for a later try. Changes nothing when the lease was lost. */
    Mono<Void> retry(DeliveryClaim claim, Duration after, String code);

    /** The same, for what was not tried after all. */
    Mono<Void> putBack(DeliveryClaim claim, Duration after);

    /** Empty when no item with this id was ever addressed. */
    Mono<Delivery> find(UUID id);

    /**
     * Notes that what was sent came back; joins the running transaction.
     *
     * @return the delivery as it stands now; empty when this was known already, or there is no such delivery
     */
    Mono<Delivery> returned(UUID id, String code);

    /** What was sent to a recipient about a ticket, oldest first. */
    Flux<UUID> sent(TicketId ticket, Recipient recipient, int limit);

    /** How many items of these kinds were tried since {@code since}, to an address. */
    Mono<Long> tried(Set<Kind> kinds, String addressHash, Instant since);

    /** The same, about a ticket. */
    Mono<Long> tried(Set<Kind> kinds, TicketId ticket, Instant since);

    /** @param late what is late when it was put in before this instant */
    Mono<Backlog> backlog(Instant late);

    /**
     * Forgets what is settled and was put in before {@code before}: nobody can answer it any more.
     *
     * @return how many
     */
    Mono<Long> forget(Instant before);

    /**
     * How much there is.
     *
     * @param waiting items on their way
     * @param late those of them that are old
     * @param failed items that never arrived
     */
    record Backlog(long waiting, long late, long failed) {}
}
