package de.stadttor.ticketing;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.files.FileId;
import de.stadttor.files.StoredFile;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.Outcome;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a citizen can do with their own concerns. */
public final class CitizenTickets {

    private final Access access;
    private final Tickets tickets;
    private final Messages messages;
    private final Queues queues;
    private final Journal journal;
    private final UnitOfWork unitOfWork;
    private final OnceOnly once;
    private final Evidence evidence;
    private final Ids ids;
    private final Clock clock;

    public CitizenTickets(
            Access access,
            Tickets tickets,
            Messages messages,
            Queues queues,
            Journal journal,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Evidence evidence,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.tickets = tickets;
        this.messages = messages;
        this.queues = queues;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.once = once;
        this.evidence = evidence;
        this.ids = ids;
        this.clock = clock;
    }

    /** Newest first. Those above the login's level are among them: to be announced, not shown. */
    public Flux<Ticket> list(Citizen citizen, @Nullable TicketId before, int limit) {
        return tickets.ofCitizen(citizen.id(), before, limit);
    }

    public Mono<Ticket> read(Citizen citizen, TicketId id) {
        return access.readable(citizen, id);
    }

    /**
     * The conversation, oldest first. Opening a message for the first time is evidence of its delivery and recorded
     * before it is shown; one above the login's level is not opened.
     */
    public Flux<Seen> conversation(Citizen citizen, TicketId id, @Nullable MessageId after, int limit) {
        return access.readable(citizen, id)
                .flatMapMany(ticket -> messages.conversation(id, after, limit)
                        .map(message -> Seen.by(citizen, ticket, message))
                        .collectList()
                        .delayUntil(seen -> evidence.opened(citizen, opened(seen)))
                        .flatMapIterable(seen -> seen))
                .checkpoint("read conversation");
    }

    /** A file of a message that this login may see. */
    public Mono<StoredFile> file(Citizen citizen, TicketId id, MessageId messageId, FileId fileId) {
        return access.readable(citizen, id)
                .flatMap(ticket -> messages.find(messageId)
                        .filter(message -> message.ticket().equals(id) && message.direction() != Direction.INTERNAL)
                        .map(message -> strongEnough(citizen, ticket, message)))
                .flatMap(message -> messages.file(message.id(), fileId))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    /** Writes a message. A repeat with the same key gets the first one back. */
    public Mono<Outcome<Seen>> write(Citizen citizen, TicketId id, String text, @Nullable RequestKey key) {
        return once.run(
                        key,
                        new MessageId(ids.next()).value(),
                        messageId -> unitOfWork.commit(() -> add(citizen, id, new MessageId(messageId), text, key)))
                .flatMap(done -> read(citizen, id, new MessageId(done.value()))
                        .map(seen -> new Outcome<>(seen, done.repeated())))
                .checkpoint("write message");
    }

    private Mono<Seen> read(Citizen citizen, TicketId id, MessageId messageId) {
        return access.readable(citizen, id)
                .flatMap(ticket -> messages.find(messageId).map(message -> Seen.by(citizen, ticket, message)));
    }

    private Mono<Void> add(Citizen citizen, TicketId id, MessageId messageId, String text, @Nullable RequestKey key) {
        return once.claim(key, messageId.value())
                .then(access.writable(citizen, id))
                .flatMap(ticket -> queues.find(ticket.queue()).flatMap(queue -> {
                    var now = clock.instant();
                    var message = new Message(
                            messageId,
                            id,
                            Direction.FROM_CITIZEN,
                            Channel.PORTAL,
                            citizen.reference(),
                            citizen.representation(),
                            text,
                            null,
                            List.of(),
                            now);
                    var step = ticket.hearFromCitizen(message, queue.reopenWithin(), now);
                    return messages.add(message)
                            .then(tickets.change(step.after()))
                            .then(journal.record(id, step.events()));
                }));
    }

    private static List<MessageId> opened(List<Seen> seen) {
        return seen.stream()
                .filter(one -> !one.withheld() && one.message().direction() == Direction.TO_CITIZEN)
                .map(one -> one.message().id())
                .toList();
    }

    private static Message strongEnough(Citizen citizen, Ticket ticket, Message message) {
        if (!Access.shows(citizen, message.levelWithin(ticket))) {
            throw new Refused(new Refusal.LevelTooLow(citizen.level(), message.levelWithin(ticket)));
        }
        return message;
    }

    /**
     * A message as one citizen may see it.
     *
     * @param withheld true when the login is too weak for it: that it is there may be told, what it says may not
     */
    public record Seen(Message message, AssuranceLevel requiredLevel, boolean withheld) {

        static Seen by(Citizen citizen, Ticket ticket, Message message) {
            AssuranceLevel required = message.levelWithin(ticket);
            return new Seen(message, required, !Access.shows(citizen, required));
        }
    }
}
