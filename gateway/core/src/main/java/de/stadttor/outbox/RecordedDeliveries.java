package de.stadttor.outbox;

import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.TicketEvent.MailSettled;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Deliveries as the ledger has them; what comes back later is told on the ticket. */
public final class RecordedDeliveries implements Deliveries {

    private final DeliveryLedger ledger;
    private final Journal journal;

    public RecordedDeliveries(DeliveryLedger ledger, Journal journal) {
        this.ledger = ledger;
        this.journal = journal;
    }

    @Override
    public Mono<Delivery> find(UUID id) {
        return ledger.find(id);
    }

    @Override
    public Mono<Void> returned(UUID id, String status) {
        return ledger.returned(id, status).flatMap(delivery -> {
            var event = new MailSettled(id, MailSettled.End.RETURNED, status);
            return journal.record(delivery.ticket(), List.of(event));
        });
    }
}
