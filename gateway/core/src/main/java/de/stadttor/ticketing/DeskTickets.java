package de.stadttor.ticketing;

import de.stadttor.events.Event;
import de.stadttor.events.EventLog;
import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.files.FileId;
import de.stadttor.files.StoredFile;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.Outcome;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.privacy.Audit;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a caseworker can do with the tickets of their queues. Every read of a case is on record before it answers. */
public final class DeskTickets {

    private final Access access;
    private final Tickets tickets;
    private final Messages messages;
    private final Originals originals;
    private final Queues queues;
    private final Casebook casebook;
    private final EventLog log;
    private final UnitOfWork unitOfWork;
    private final OnceOnly once;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    public DeskTickets(
            Access access,
            Tickets tickets,
            Messages messages,
            Originals originals,
            Queues queues,
            Casebook casebook,
            EventLog log,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.tickets = tickets;
        this.messages = messages;
        this.originals = originals;
        this.queues = queues;
        this.casebook = casebook;
        this.log = log;
        this.unitOfWork = unitOfWork;
        this.once = once;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The queues this person works on, by key. */
    public Flux<Queue> queues(Caseworker caseworker) {
        return queues.all().filter(queue -> caseworker.worksOn(queue.key()));
    }

    /**
     * Latest change first.
     *
     * @param queue null for all of the caseworker's
     * @param state null for any
     * @param text words that must all occur; null for any
     */
    public Flux<Ticket> list(
            Caseworker caseworker,
            @Nullable String queue,
            @Nullable TicketState state,
            @Nullable String text,
            Tickets.@Nullable Place after,
            int limit) {
        var query = new Tickets.Query(Access.queues(caseworker, queue), state, text);
        return audit.read(caseworker, Audit.Subject.list("tickets")).thenMany(tickets.search(query, after, limit));
    }

    /** A ticket with everything that was said, notes included. */
    public Mono<Case> read(Caseworker caseworker, TicketId id) {
        return access.readable(caseworker, id)
                .delayUntil(ticket -> audit.read(caseworker, Audit.Subject.of("ticket", id)))
                .flatMap(this::withMessages)
                .checkpoint("read case");
    }

    /** The ticket's events after {@code afterSeq}, oldest first. */
    public Flux<Event> history(Caseworker caseworker, TicketId id, long afterSeq, int limit) {
        return access.readable(caseworker, id)
                .delayUntil(ticket -> audit.read(caseworker, Audit.Subject.of("history", id)))
                .flatMapMany(ticket -> log.read(id.stream(), afterSeq, limit));
    }

    public Mono<StoredFile> file(Caseworker caseworker, TicketId id, MessageId messageId, FileId fileId) {
        return access.readable(caseworker, id)
                .delayUntil(ticket -> audit.read(caseworker, Audit.Subject.of("file", fileId.value())))
                .then(messages.find(messageId))
                .filter(message -> message.ticket().equals(id))
                .flatMap(message -> messages.file(messageId, fileId))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    /**
     * Answers the citizen.
     *
     * @param level what reading this message takes beyond the ticket's level; null when that is enough
     */
    public Mono<Outcome<Written>> reply(
            Caseworker caseworker, TicketId id, String text, @Nullable AssuranceLevel level, @Nullable RequestKey key) {
        return add(
                caseworker,
                id,
                key,
                (messageId, now) -> message(messageId, id, Direction.TO_CITIZEN, caseworker, text, level, now),
                Ticket::answer);
    }

    /** Leaves a note that no citizen ever learns of. */
    public Mono<Outcome<Written>> note(Caseworker caseworker, TicketId id, String text, @Nullable RequestKey key) {
        return add(
                caseworker,
                id,
                key,
                (messageId, now) -> message(messageId, id, Direction.INTERNAL, caseworker, text, null, now),
                Ticket::note);
    }

    /**
     * Changes what {@code change} names.
     *
     * @param version the version the caseworker saw; another one is refused as stale
     */
    public Mono<Outcome<Case>> change(
            Caseworker caseworker, TicketId id, long version, TicketChange change, @Nullable RequestKey key) {
        return once.run(
                        key,
                        id.value(),
                        _ -> unitOfWork.commit(() -> access.writable(caseworker, id)
                                .delayUntil(ticket -> once.claim(key, id.value()))
                                .map(ticket -> unstale(ticket, version))
                                .flatMap(ticket ->
                                        casebook.change(ticket, change).then())))
                .flatMap(done -> afterwards(caseworker, id, done.repeated())
                        .flatMap(this::withMessages)
                        .map(read -> new Outcome<>(read, done.repeated())))
                .checkpoint("change ticket");
    }

    /** Who moves a ticket to another team sees it once more; a repeat of that request must have a right of its own. */
    private Mono<Ticket> afterwards(Caseworker caseworker, TicketId id, boolean repeated) {
        return repeated ? access.readable(caseworker, id) : tickets.find(id);
    }

    private Mono<Outcome<Written>> add(
            Caseworker caseworker,
            TicketId id,
            @Nullable RequestKey key,
            BiFunction<MessageId, Instant, Message> written,
            Step step) {
        return once.run(
                        key,
                        ids.next(),
                        messageId -> unitOfWork.commit(() -> once.claim(key, messageId)
                                .then(access.writable(caseworker, id))
                                .flatMap(ticket -> store(ticket, written, new MessageId(messageId), step))))
                .flatMap(done -> written(caseworker, id, new MessageId(done.value()))
                        .map(found -> new Outcome<>(found, done.repeated())))
                .checkpoint("add message at the desk");
    }

    private Mono<Void> store(
            Ticket ticket, BiFunction<MessageId, Instant, Message> written, MessageId messageId, Step step) {
        Instant now = clock.instant();
        Message message = written.apply(messageId, now);
        return casebook.add(message, step.take(ticket, message, now)).then();
    }

    private Mono<Written> written(Caseworker caseworker, TicketId id, MessageId messageId) {
        return Mono.zip(access.readable(caseworker, id), messages.find(messageId), Written::new);
    }

    private Mono<Case> withMessages(Ticket ticket) {
        return messages.all(ticket.id())
                .collectList()
                .flatMap(all -> originalsOf(all).map(known -> new Case(ticket, all, known)));
    }

    /** Only mails have any; nothing is asked where there is none. */
    private Mono<Map<MessageId, Originals.Summary>> originalsOf(List<Message> all) {
        return originals.summaries(all.stream()
                .filter(message -> message.channel() == Channel.EMAIL)
                .map(Message::id)
                .toList());
    }

    private static Ticket unstale(Ticket ticket, long version) {
        if (ticket.version() != version) {
            throw new Refused(new Refusal.StaleVersion(ticket.version()));
        }
        return ticket;
    }

    private static Message message(
            MessageId messageId,
            TicketId id,
            Direction direction,
            Caseworker author,
            String text,
            @Nullable AssuranceLevel level,
            Instant now) {
        return new Message(
                messageId, id, direction, Channel.DESK, author.reference(), null, text, level, List.of(), now);
    }

    /**
     * A ticket and all its messages, oldest first.
     *
     * @param originals of those messages that came as mail
     */
    public record Case(Ticket ticket, List<Message> messages, Map<MessageId, Originals.Summary> originals) {

        public Case {
            messages = List.copyOf(messages);
            originals = Map.copyOf(originals);
        }
    }

    /** A message just written, and its ticket now. */
    public record Written(Ticket ticket, Message message) {}

    @FunctionalInterface
    private interface Step {
        Ticket.Step take(Ticket ticket, Message message, Instant now);
    }
}
