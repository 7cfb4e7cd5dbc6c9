package de.stadttor.teams;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.Outcome;
import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Originals;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Takes what caseworkers answer by mail. Published is only what a known colleague surely wanted published, about a
 * ticket that mail may carry; everything else stays with colleagues, since a word too much cannot be taken back.
 */
public final class MailedAnswers {

    private final Access access;
    private final Tickets tickets;
    private final Casebook casebook;
    private final Originals originals;
    private final Outbox outbox;
    private final UnitOfWork unitOfWork;
    private final OnceOnly once;
    private final Function<String, AssuranceLevel> carries;
    private final Ids ids;
    private final Clock clock;

    /** @param carries highest level whose content mails of a queue may carry */
    public MailedAnswers(
            Access access,
            Tickets tickets,
            Casebook casebook,
            Originals originals,
            Outbox outbox,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Function<String, AssuranceLevel> carries,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.tickets = tickets;
        this.casebook = casebook;
        this.originals = originals;
        this.outbox = outbox;
        this.unitOfWork = unitOfWork;
        this.once = once;
        this.carries = carries;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Does what a colleague wants; a repeat changes nothing. What cannot be done as wished becomes a note, and the
     * colleague is told. Refused when the ticket lies in none of their queues.
     *
     * @return true when it was taken before
     */
    public Mono<Boolean> take(Colleague colleague, MailedAnswer answer) {
        return follow(colleague, answer)
                .onErrorResume(MailedAnswers::cannotBeDone, _ -> follow(colleague, answer.unclear()))
                .checkpoint("take mailed answer");
    }

    /**
     * Keeps, as a note, what somebody wrote who may not answer, and tells them so; a repeat changes nothing.
     *
     * @param automatic a machine wrote it, which nobody answers
     * @return true when it was taken before
     */
    public Mono<Boolean> refuse(MailedAnswer answer, boolean automatic) {
        return onlyOnce(
                        answer,
                        id -> tickets.hold(answer.ticket())
                                .flatMap(ticket ->
                                        note(ticket, message(id, answer.sender(), Direction.INTERNAL, answer)))
                                .flatMap(after -> automatic ? Mono.empty() : tell(answer, Kind.REPLY_REFUSED, after)))
                .checkpoint("refuse mailed answer");
    }

    private static boolean cannotBeDone(Throwable failure) {
        return failure instanceof Refused refused
                && (refused.refusal() instanceof Refusal.Invalid || refused.refusal() instanceof Refusal.StateConflict);
    }

    private Mono<Boolean> follow(Colleague colleague, MailedAnswer answer) {
        return onlyOnce(
                answer,
                id -> access.writable(colleague.atDesk(), answer.ticket())
                        .flatMap(ticket -> follow(colleague, ticket, id, answer)));
    }

    private Mono<Boolean> onlyOnce(MailedAnswer answer, Function<MessageId, Mono<Void>> deed) {
        return once.run(
                        answer.key(),
                        ids.next(),
                        id -> unitOfWork.commit(() -> once.claim(answer.key(), id)
                                .then(once.claim(answer.copy(), id))
                                .then(deed.apply(new MessageId(id)))
                                .then(originals.add(List.of(original(new MessageId(id), answer))))))
                .map(Outcome::repeated)
                .defaultIfEmpty(true);
    }

    private Originals.Entry original(MessageId id, MailedAnswer answer) {
        return new Originals.Entry(id, answer.ticket(), answer.original(), clock.instant());
    }

    private Mono<Void> follow(Colleague colleague, Ticket ticket, MessageId id, MailedAnswer answer) {
        Message note = message(id, colleague.subject(), Direction.INTERNAL, answer);
        return switch (answer.instruction()) {
            case Instruction.Reply(var _, var after)
            when mailCarries(ticket) -> {
                Message reply = message(id, colleague.subject(), Direction.TO_CITIZEN, answer);
                var step = ticket.answer(reply, reply.createdAt());
                yield casebook.add(reply, step, after.asChange()).then();
            }
            case Instruction.Note(var _, var after) ->
                casebook.add(note, ticket.note(note, note.createdAt()), after.asChange())
                        .then();
            case Instruction.Automatic _ -> note(ticket, note).then();
            case Instruction.Reply _, Instruction.Unclear _ ->
                note(ticket, note).flatMap(noted -> tell(answer, Kind.REPLY_NOTED, noted));
        };
    }

    private boolean mailCarries(Ticket ticket) {
        return carries.apply(ticket.queue()).satisfies(ticket.requiredLevel());
    }

    private Mono<Ticket> note(Ticket ticket, Message message) {
        return casebook.add(message, ticket.note(message, message.createdAt()));
    }

    private Mono<Void> tell(MailedAnswer answer, Kind kind, Ticket after) {
        return outbox.put(new OutboxItem(
                ids.next(),
                kind,
                new Recipient.OfAddress(answer.sender()),
                after.id(),
                after.version(),
                after.updatedAt()));
    }

    private Message message(MessageId id, String author, Direction direction, MailedAnswer answer) {
        return new Message(
                id,
                answer.ticket(),
                direction,
                Channel.EMAIL,
                author,
                null,
                answer.instruction().text(),
                null,
                answer.files(),
                clock.instant());
    }
}
