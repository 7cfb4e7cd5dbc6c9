package de.stadttor.calls;

import de.stadttor.events.Ids;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Merges;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Puts what was said into the ticket of its call, where caseworkers alone see it. Everything here joins the running
 * transaction.
 */
public final class CallMessages {

    private static final String AUTHOR = "phone";

    private final Calls calls;
    private final Tickets tickets;
    private final Merges merges;
    private final Casebook casebook;
    private final CallWording wording;
    private final Ids ids;
    private final Clock clock;

    public CallMessages(
            Calls calls, Tickets tickets, Merges merges, Casebook casebook, CallWording wording, Ids ids, Clock clock) {
        this.calls = calls;
        this.tickets = tickets;
        this.merges = merges;
        this.casebook = casebook;
        this.wording = wording;
        this.ids = ids;
        this.clock = clock;
    }

    /** All words that stand in no message yet; nothing where the ticket is gone. */
    Mono<Void> tell(CallFile file) {
        return place(file)
                .flatMap(ticket -> calls.words(file.call().id())
                        .collectList()
                        .publishOn(Schedulers.boundedElastic()) // a day of talk takes a while to mask
                        .map(pieces -> wording.transcript(file.call(), pieces, file.hasTold()))
                        .flatMap(texts -> add(ticket, texts)))
                .flatMap(_ -> calls.forgetWords(file.call().id(), true).then(Mono.fromRunnable(file::tell)));
    }

    /** That a call belongs to a ticket which is there. */
    Mono<Void> note(CallFile file) {
        return place(file)
                .flatMap(ticket -> add(ticket, List.of(wording.opening(file.call()))))
                .then();
    }

    /** The same of a call that had a ticket of its own, where all that was said before stays. */
    Mono<Void> noteMoved(CallFile file, TicketNumber from) {
        return place(file)
                .flatMap(ticket -> add(ticket, List.of(wording.moved(file.call(), from))))
                .then();
    }

    private Mono<Ticket> place(CallFile file) {
        return Mono.justOrEmpty(file.call().ticket())
                .flatMap(this::whereItGoesOn)
                .flatMap(tickets::hold);
    }

    /** Another one for a ticket that was merged. */
    Mono<TicketId> whereItGoesOn(TicketId ticket) {
        return merges.targets(Set.of(ticket)).map(targets -> targets.getOrDefault(ticket, ticket));
    }

    private Mono<Ticket> add(Ticket ticket, List<String> texts) {
        return Flux.fromIterable(texts)
                .reduce(Mono.just(ticket), (before, text) -> before.flatMap(held -> add(held, text)))
                .flatMap(last -> last);
    }

    private Mono<Ticket> add(Ticket ticket, String text) {
        Instant now = clock.instant();
        var message = new Message(
                new MessageId(ids.next()),
                ticket.id(),
                Direction.INTERNAL,
                Channel.PHONE,
                AUTHOR,
                null,
                text,
                null,
                List.of(),
                now);
        return casebook.add(message, ticket.note(message, now));
    }
}
