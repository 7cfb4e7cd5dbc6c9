package de.stadttor.chats;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Sha256;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an operator can do with the chats that are theirs. Everybody else's do not exist for them. */
public final class OperatorDesk {

    private final Chats chats;
    private final ChatLines lines;
    private final Tickets tickets;
    private final Casebook casebook;
    private final Unheard unheard;
    private final UnitOfWork unitOfWork;
    private final OnceOnly once;
    private final Presence presence;
    private final ChatWakes wakes;
    private final Ids ids;
    private final Clock clock;

    public OperatorDesk(
            Chats chats,
            ChatLines lines,
            Tickets tickets,
            Casebook casebook,
            Unheard unheard,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Presence presence,
            ChatWakes wakes,
            Ids ids,
            Clock clock) {
        this.chats = chats;
        this.lines = lines;
        this.tickets = tickets;
        this.casebook = casebook;
        this.unheard = unheard;
        this.unitOfWork = unitOfWork;
        this.once = once;
        this.presence = presence;
        this.wakes = wakes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody has connected; refused for who is no caseworker. */
    public Mono<Operator> arrive(Caseworker caseworker) {
        return caseworker.roles().contains(Caseworker.Role.CASEWORKER)
                ? presence.arrive(caseworker)
                : Mono.error(() -> new Refused(new Refusal.NotAllowed()));
    }

    /** Says whether to be offered chats, and how many at once. */
    public Mono<Operator> declare(Caseworker caseworker, boolean available, int capacity) {
        return presence.declare(caseworker, available, capacity);
    }

    /** While it is subscribed this operator is there. */
    public <T> Flux<T> whilePresent(Caseworker caseworker, Flux<T> work) {
        return presence.whilePresent(caseworker.subject(), work);
    }

    /**
     * Answers, or finds where the same answer was given before.
     *
     * @param after a position that it surely comes after, if it is new
     * @return once it is durable
     */
    public Mono<Said> say(Caseworker caseworker, ChatId id, String clientId, String text, long after) {
        var key = new RequestKey("chat " + id + " office", clientId, Sha256.hex(text));
        return mine(caseworker, id)
                .map(Chat::alive)
                .flatMap(chat -> once.run(
                                key,
                                ids.next(),
                                made -> unitOfWork.commit(() ->
                                        once.claim(key, made).then(write(caseworker, chat, text, new MessageId(made)))))
                        .flatMap(done -> Mono.zip(
                                lines.position(chat, new MessageId(done.value()), done.repeated() ? 0 : after),
                                lines.writtenAt(new MessageId(done.value())),
                                Said::new)))
                .checkpoint("answer in chat");
    }

    /**
     * Holds the chat, so that whoever ends it knows of every answer. Having it is the right to answer, wherever its
     * ticket has been moved to meanwhile.
     */
    private Mono<Void> write(Caseworker caseworker, Chat chat, String text, MessageId id) {
        Instant now = clock.instant();
        var message = new Message(
                id,
                chat.about().ticket(),
                Direction.TO_CITIZEN,
                Channel.CHAT,
                caseworker.reference(),
                null,
                text,
                null,
                List.of(),
                now);
        return held(caseworker, chat.id())
                .flatMap(_ -> tickets.hold(chat.about().ticket()))
                .flatMap(ticket -> casebook.add(message, ticket.answer(message, now)))
                .then();
    }

    /** Every message after a position, and then for ever, of a chat that is theirs. */
    public Flux<Line> follow(Chat chat, long after) {
        return lines.follow(chat, after, AssuranceLevel.HIGH);
    }

    /** Every message after a position that there is now. */
    public Flux<Line> rest(Chat chat, long after) {
        return lines.rest(chat, after, AssuranceLevel.HIGH);
    }

    /** The operator has seen everything up to here. */
    public Mono<Void> read(Caseworker caseworker, ChatId id, long position) {
        return unitOfWork
                .commit(() -> held(caseworker, id)
                        .flatMap(chat -> lines.within(chat, position)
                                .filter(seen -> seen > chat.seen().office())
                                .map(seen -> chat.with(chat.seen().byOffice(seen))))
                        .flatMap(chat -> chats.put(chat).thenReturn(chat)))
                .doOnNext(wakes::changed)
                .then();
    }

    /** Ends the chat. The ticket stays as it is. */
    public Mono<Void> close(Caseworker caseworker, ChatId id) {
        return unitOfWork
                .commit(() -> held(caseworker, id).flatMap(chat -> {
                    Chat after = chat.ended(Ending.OFFICE, clock.instant());
                    return chats.put(after).then(unheard.tell(chat, after)).thenReturn(after);
                }))
                .doOnNext(wakes::moved)
                .then()
                .checkpoint("close chat");
    }

    /** A chat that is theirs; everybody else's is unknown. */
    public Mono<Chat> mine(Caseworker caseworker, ChatId id) {
        return chats.find(id).filter(chat -> chat.isRunBy(caseworker.subject())).switchIfEmpty(unknown());
    }

    private Mono<Chat> held(Caseworker caseworker, ChatId id) {
        return chats.hold(id).filter(chat -> chat.isRunBy(caseworker.subject())).switchIfEmpty(unknown());
    }

    static <T> Mono<T> unknown() {
        return Mono.error(() -> new Refused(new Refusal.NotFound()));
    }
}
