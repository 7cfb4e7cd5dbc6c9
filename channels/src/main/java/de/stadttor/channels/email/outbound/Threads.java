package de.stadttor.channels.email.outbound;

import de.stadttor.outbox.DeliveryLedger;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.ticketing.Originals;
import reactor.core.publisher.Flux;

/** Which mails a new one belongs to, so that programs show them together. */
public final class Threads {

    /** Enough for every program; a longer header serves nobody. */
    private static final int LONGEST = 20;

    private final DeliveryLedger ledger;
    private final Originals originals;
    private final Senders senders;

    public Threads(DeliveryLedger ledger, Originals originals, Senders senders) {
        this.ledger = ledger;
        this.originals = originals;
        this.senders = senders;
    }

    /**
     * Message-IDs in angle brackets: what the same recipient was sent about the same ticket, then what came by mail,
     * the newest last. Without any mail from outside the newest of ours is answered.
     */
    public Flux<String> about(OutboxItem item) {
        Flux<String> ours = ledger.sent(item.ticket(), item.recipient(), LONGEST)
                .filter(id -> !id.equals(item.id()))
                .map(senders::messageId);
        Flux<String> theirs =
                originals.messageIds(item.ticket()).takeLast(LONGEST).map(id -> "<" + id + ">");
        return ours.concatWith(theirs).filter(Threads::isPlain);
    }

    /** What strangers made up stays out of our headers unless it looks like an id (RFC 5322 3.6.4). */
    private static boolean isPlain(String id) {
        return id.matches("<[\\x21-\\x7E&&[^<>]]{1,250}>");
    }
}
