package de.stadttor.chats;

import de.stadttor.events.UnitOfWork;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.TicketChange;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Who has which chat. A chat goes from hand to hand in one transaction that holds it and whoever takes it, so that
 * nobody gets more than they can bear and no chat is had twice.
 */
public final class Seats {

    private final Chats chats;
    private final Operators operators;
    private final Tickets tickets;
    private final Casebook casebook;
    private final UnitOfWork unitOfWork;
    private final ChatWakes wakes;
    private final Clock clock;

    public Seats(
            Chats chats,
            Operators operators,
            Tickets tickets,
            Casebook casebook,
            UnitOfWork unitOfWork,
            ChatWakes wakes,
            Clock clock) {
        this.chats = chats;
        this.operators = operators;
        this.tickets = tickets;
        this.casebook = casebook;
        this.unitOfWork = unitOfWork;
        this.wakes = wakes;
        this.clock = clock;
    }

    /** Takes a chat that waits in a queue of theirs; refused when a colleague was faster, or without a free seat. */
    public Mono<Void> accept(Caseworker caseworker, ChatId id) {
        return unitOfWork
                .commit(() -> chats.hold(id)
                        .flatMap(this::whereItsTicketIs)
                        .filter(chat -> caseworker.worksOn(chat.queue()))
                        .switchIfEmpty(OperatorDesk.unknown())
                        .map(chat -> chat.taken(caseworker.subject(), clock.instant()))
                        .delayUntil(chat -> seat(caseworker.subject(), id))
                        .flatMap(chat -> chats.put(chat)
                                .then(assign(chat, caseworker.subject(), null))
                                .thenReturn(chat)))
                .doOnNext(wakes::moved)
                .then()
                .checkpoint("accept chat");
    }

    private Mono<Chat> whereItsTicketIs(Chat chat) {
        return tickets.find(chat.about().ticket()).map(ticket -> chat.movedTo(ticket.queue()));
    }

    /** Leaves an offered chat to the next one; does nothing when it is not offered to them. */
    public Mono<Void> decline(Caseworker caseworker, ChatId id) {
        return leave(id, caseworker.subject()).checkpoint("decline chat");
    }

    Mono<Void> leave(ChatId id, String operator) {
        return unitOfWork
                .commit(() -> chats.hold(id).flatMap(chat -> {
                    Chat after = chat.leftBy(operator);
                    return after.equals(chat) ? Mono.empty() : chats.put(after).thenReturn(after);
                }))
                .doOnNext(wakes::moved)
                .then();
    }

    /** Hands a chat to a colleague who is available, works on its queue and has a free seat; else refused. */
    public Mono<Void> handTo(Caseworker caseworker, ChatId id, String colleague) {
        return unitOfWork
                .commit(() -> mine(caseworker, id)
                        .map(chat -> chat.handed(caseworker.subject(), colleague, clock.instant()))
                        .delayUntil(chat -> operators
                                .find(colleague)
                                .filter(operator ->
                                        operator.worksOn(chat.queue()) && operator.takesChats(clock.instant()))
                                .switchIfEmpty(Mono.error(
                                        () -> new Refused(Refusal.Invalid.at("/to/operator", "unknown-target"))))
                                .then(seat(colleague, id)))
                        .flatMap(chat -> chats.put(chat)
                                .then(assign(chat, colleague, null))
                                .then(idle(caseworker.subject()))
                                .thenReturn(chat)))
                .doOnNext(wakes::moved)
                .then()
                .checkpoint("transfer chat to a colleague");
    }

    /** Lets a chat wait in a queue, with its ticket; refused for a queue that does not exist. */
    public Mono<Void> moveTo(Caseworker caseworker, ChatId id, String queue) {
        return unitOfWork
                .commit(() -> mine(caseworker, id)
                        .map(chat -> chat.waitingAgain(queue, clock.instant()))
                        .flatMap(chat -> chats.put(chat)
                                .then(assign(chat, null, queue))
                                .then(idle(caseworker.subject()))
                                .thenReturn(chat)))
                .doOnNext(wakes::moved)
                .then()
                .checkpoint("transfer chat to a queue");
    }

    private Mono<Chat> mine(Caseworker caseworker, ChatId id) {
        return chats.hold(id).filter(chat -> chat.isRunBy(caseworker.subject())).switchIfEmpty(OperatorDesk.unknown());
    }

    /** Holds the operator, and refuses one who has all they can bear besides this chat. */
    private Mono<Void> seat(String subject, ChatId chat) {
        return operators
                .hold(subject)
                .switchIfEmpty(OperatorDesk.unknown())
                .filterWhen(operator -> busy(subject, chat).map(busy -> busy < operator.capacity()))
                .switchIfEmpty(Mono.error(() -> new Refused(Refusal.Invalid.at("/chat", "no-seat"))))
                .flatMap(operator -> operators.put(operator.idleFrom(clock.instant())));
    }

    private Mono<Long> busy(String subject, ChatId besides) {
        return chats.ofOperator(subject)
                .filter(chat -> !chat.id().equals(besides))
                .count();
    }

    private Mono<Void> idle(String subject) {
        Instant now = clock.instant();
        return operators.hold(subject).flatMap(operator -> operators.put(operator.idleFrom(now)));
    }

    /** Whoever has a chat may pass its ticket on, wherever that has been moved to meanwhile. */
    private Mono<Void> assign(Chat chat, @Nullable String to, @Nullable String queue) {
        var change = new TicketChange(
                null, queue, null, new TicketChange.Assignment(to), null, TicketChange.FieldEdits.NONE);
        return tickets.hold(chat.about().ticket())
                .flatMap(ticket -> casebook.change(ticket, change))
                .then();
    }

    /**
     * Offers a waiting chat to an operator for a while. Empty when one of both has changed meanwhile, so that it is for
     * the next round to decide anew.
     */
    Mono<Chat> offer(ChatId id, String operator, Instant until) {
        return unitOfWork
                .commit(() -> chats.hold(id)
                        .filter(chat -> chat.stage() instanceof Stage.Waiting waiting && waiting.offer() == null)
                        .flatMap(chat -> operators
                                .hold(operator)
                                .filterWhen(held -> busy(operator, id).map(busy -> busy < held.capacity()))
                                .flatMap(held -> operators.put(held).thenReturn(chat.offered(operator, until))))
                        .flatMap(chat -> chats.put(chat).thenReturn(chat)))
                .doOnNext(wakes::moved);
    }

    Mono<Void> askAllAgain(ChatId id) {
        return unitOfWork.commit(() -> chats.hold(id).map(Chat::forAll).flatMap(chats::put));
    }
}
