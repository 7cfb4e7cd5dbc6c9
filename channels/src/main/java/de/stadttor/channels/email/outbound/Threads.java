package de.stadttor.channels.email.outbound;

import de.stadttor.outbox.DeliveryLedger;
import de.stadttor.outbox.OutboxItem;
import reactor.core.publisher.Flux;

/** Which mails a new one belongs to, so that programs show them together. */
public final class Threads {

    /** Enough for every program; a longer header serves nobody. */
    private static final int LONGEST = 20;

    private final DeliveryLedger ledger;
    private final Senders senders;

    public Threads(DeliveryLedger ledger, Senders senders) {
        this.ledger = ledger;
        this.senders = senders;
    }

    /** Message-IDs of what the same recipient was sent about the same ticket, oldest first. */
    public Flux<String> about(OutboxItem item) {
        return ledger.sent(item.ticket(), item.recipient(), LONGEST)
                .filter(id -> !id.equals(item.id()))
                .map(senders::messageId);
    }
}
