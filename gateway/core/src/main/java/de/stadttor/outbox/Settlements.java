package de.stadttor.outbox;

import de.stadttor.events.UnitOfWork;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent.MailSettled;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Ends the way of an item: in the ledger and, in the same transaction, on the ticket. */
record Settlements(DeliveryLedger ledger, UnitOfWork unitOfWork, Tickets tickets, Journal journal, Clock clock) {

    private static final String NO_ADDRESS = "no-address";

    Mono<Void> sent(DeliveryClaim claim) {
        return settle(claim, Delivery.State.SENT, MailSettled.End.SENT, "");
    }

    /** There was nobody to tell, which is nothing to tell either. */
    Mono<Void> withheld(DeliveryClaim claim) {
        return unitOfWork.commit(() -> ledger.settle(claim, Delivery.State.WITHHELD, NO_ADDRESS));
    }

    Mono<Void> withheld(DeliveryClaim claim, String reason) {
        return settle(claim, Delivery.State.WITHHELD, MailSettled.End.WITHHELD, reason);
    }

    /**
     * A person must look when it was for a citizen. When it was for a team nobody is called: the call would be mailed
     * to that team.
     */
    Mono<Void> failed(DeliveryClaim claim, String code) {
        return claim.item().recipient() instanceof Recipient.OfCitizen
                ? unitOfWork.commit(() -> tickets.hold(claim.item().ticket())
                        .flatMap(ticket -> lost(ticket, event(claim, MailSettled.End.FAILED, code)))
                        .then(ledger.settle(claim, Delivery.State.FAILED, code)))
                : settle(claim, Delivery.State.FAILED, MailSettled.End.FAILED, code);
    }

    private Mono<Void> lost(Ticket ticket, MailSettled event) {
        Ticket.Step step = ticket.loseMail(clock.instant());
        return tickets.change(step.after())
                .then(journal.record(
                        ticket.id(),
                        Stream.concat(Stream.of(event), step.events().stream()).toList()));
    }

    private Mono<Void> settle(DeliveryClaim claim, Delivery.State state, MailSettled.End end, String code) {
        return unitOfWork.commit(() -> tickets.hold(claim.item().ticket())
                .flatMap(ticket -> journal.record(ticket.id(), List.of(event(claim, end, code))))
                .then(ledger.settle(claim, state, code)));
    }

    private static MailSettled event(DeliveryClaim claim, MailSettled.End end, String code) {
        return new MailSettled(claim.item().id(), end, code);
    }
}
