package de.stadttor.outbox;

import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A ledger that is away now and then when it is asked for the next item. */
record FailingLedger(DeliveryLedger ledger, BooleanSupplier away) implements DeliveryLedger {

    @Override
    public Mono<DeliveryClaim> next(String owner, Duration lease) {
        return Mono.defer(() -> away.getAsBoolean()
                ? Mono.error(() -> new IllegalStateException("store away"))
                : ledger.next(owner, lease));
    }

    @Override
    public Mono<Void> address(DeliveryClaim claim, String addressHash) {
        return ledger.address(claim, addressHash);
    }

    @Override
    public Mono<Void> settle(DeliveryClaim claim, Delivery.State end, String code) {
        return ledger.settle(claim, end, code);
    }

    @Override
    public Mono<Void> retry(DeliveryClaim claim, Duration after, String code) {
        return ledger.retry(claim, after, code);
    }

    @Override
    public Mono<Void> putBack(DeliveryClaim claim, Duration after) {
        return ledger.putBack(claim, after);
    }

    @Override
    public Mono<Delivery> find(UUID id) {
        return ledger.find(id);
    }

    @Override
    public Mono<Delivery> returned(UUID id, String code) {
        return ledger.returned(id, code);
    }

    @Override
    public Flux<UUID> sent(TicketId ticket, Recipient recipient, int limit) {
        return ledger.sent(ticket, recipient, limit);
    }

    @Override
    public Mono<Long> tried(Set<Kind> kinds, String addressHash, Instant since) {
        return ledger.tried(kinds, addressHash, since);
    }

    @Override
    public Mono<Long> tried(Set<Kind> kinds, TicketId ticket, Instant since) {
        return ledger.tried(kinds, ticket, since);
    }

    @Override
    public Mono<Backlog> backlog(Instant late) {
        return ledger.backlog(late);
    }

    @Override
    public Mono<Long> forget(Instant before) {
        return ledger.forget(before);
    }
}
