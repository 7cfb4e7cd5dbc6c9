package de.stadttor.outbox;

import de.stadttor.events.Event;
import de.stadttor.events.Ids;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.reactions.Consumer;
import de.stadttor.ticketing.Attention;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.MandateEvent;
import de.stadttor.ticketing.PublicationEvent;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells those concerned that something is new, without saying what: the team of the queue, or the citizens. */
public final class Notices implements Consumer {

    private final Outbox outbox;
    private final Tickets tickets;
    private final LiveConversations conversations;
    private final Ids ids;

    public Notices(Outbox outbox, Tickets tickets, LiveConversations conversations, Ids ids) {
        this.outbox = outbox;
        this.tickets = tickets;
        this.conversations = conversations;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public boolean wants(String kind) {
        return kind.equals(TicketEvent.Opened.KIND)
                || kind.equals(TicketEvent.MessageAdded.KIND)
                || kind.equals(TicketEvent.QueueChanged.KIND)
                || kind.equals(TicketEvent.StateChanged.KIND)
                || kind.equals(TicketEvent.CaseClaimed.KIND)
                || kind.equals(TicketEvent.ClaimEnded.KIND)
                || kind.equals(TicketEvent.AttentionCalled.KIND)
                || kind.equals(MandateEvent.MandateRecorded.KIND)
                || kind.equals(MandateEvent.MandateRevoked.KIND);
    }

    @Override
    public Mono<Void> react(Event event) {
        TicketId ticket = new TicketId(event.stream().value());
        TicketEvent happened = TicketEvent.of(event.kind(), event.body());
        Kind kind = happened instanceof TicketEvent.CaseClaimed ? Kind.CLAIM : Kind.NOTICE;
        return covered(event, happened)
                .filter(covered -> !covered)
                .flatMapMany(_ -> recipients(ticket, happened))
                .map(recipient -> new OutboxItem(ids.next(), kind, recipient, ticket, event.seq(), event.at()))
                .concatMap(outbox::put)
                .then();
    }

    /** Whether those concerned were there when it happened; of what touches their rights they are told anyhow. */
    private Mono<Boolean> covered(Event event, TicketEvent happened) {
        boolean talk = happened instanceof TicketEvent.Opened
                || happened instanceof TicketEvent.MessageAdded
                || happened instanceof TicketEvent.StateChanged
                || happened instanceof TicketEvent.QueueChanged;
        return talk ? conversations.cover(event) : Mono.just(false);
    }

    private Flux<Recipient> recipients(TicketId ticket, TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened opened ->
                opened.imported() ? Flux.empty() : Flux.just(new Recipient.OfQueue(opened.queue()));
            case TicketEvent.MessageAdded added ->
                added.imported() ? Flux.empty() : ofMessage(ticket, added.direction());
            case TicketEvent.AttentionCalled called ->
                called.reason() == Attention.UNDELIVERED ? team(ticket) : Flux.empty();
            case TicketEvent.CaseClaimed claimed ->
                Flux.just(new Recipient.OfCitizen(claimed.guest().toString()));
            case TicketEvent.ClaimEnded _ -> team(ticket);
            case MandateEvent.MandateRecorded _, MandateEvent.MandateRevoked _ -> citizens(ticket);
            case TicketEvent.StateChanged changed -> changed.shownToCitizens() ? citizens(ticket) : Flux.empty();
            case TicketEvent.QueueChanged moved -> Flux.just(new Recipient.OfQueue(moved.to()));
            case TicketEvent.PriorityChanged _,
                    TicketEvent.Assigned _,
                    TicketEvent.LevelRaised _,
                    TicketEvent.FieldsChanged _,
                    TicketEvent.LinkRevoked _,
                    TicketEvent.AttentionGiven _,
                    TicketEvent.Related _,
                    TicketEvent.Merged _,
                    TicketEvent.Erased _,
                    PublicationEvent _,
                    TicketEvent.CopyReceived _,
                    TicketEvent.MailSettled _ -> Flux.empty();
        };
    }

    private Flux<Recipient> ofMessage(TicketId ticket, Direction direction) {
        return switch (direction) {
            case TO_CITIZEN -> citizens(ticket);
            case FROM_CITIZEN -> team(ticket);
            case INTERNAL -> Flux.empty();
        };
    }

    private Flux<Recipient> team(TicketId ticket) {
        return tickets.find(ticket)
                .map(Ticket::queue)
                .<Recipient>map(Recipient.OfQueue::new)
                .flux();
    }

    private Flux<Recipient> citizens(TicketId ticket) {
        return tickets.participants(ticket).map(citizen -> new Recipient.OfCitizen(citizen.toString()));
    }
}
