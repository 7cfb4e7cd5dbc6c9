package de.stadttor.calls;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.Outcome;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.Caseworker;
import de.stadttor.privacy.Audit;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a caseworker can do with calls. Every read of one is on record before it answers. */
public final class CallDesk {

    private final Calls calls;
    private final CallAccess access;
    private final Attachment attachment;
    private final Access tickets;
    private final Messages messages;
    private final Casebook casebook;
    private final UnitOfWork unitOfWork;
    private final OnceOnly once;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    public CallDesk(
            Calls calls,
            CallAccess access,
            Attachment attachment,
            Access tickets,
            Messages messages,
            Casebook casebook,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.calls = calls;
        this.access = access;
        this.attachment = attachment;
        this.tickets = tickets;
        this.messages = messages;
        this.casebook = casebook;
        this.unitOfWork = unitOfWork;
        this.once = once;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public Mono<Call> read(Caseworker caseworker, CallId id) {
        return access.readable(caseworker, id)
                .delayUntil(call -> audit.read(caseworker, Audit.Subject.of("call", id.uuid())));
    }

    /** Confirms who called: the call belongs to that ticket. Refused when it belongs to another one. */
    public Mono<Call> attach(Caseworker caseworker, CallId id, TicketId ticket) {
        return access.readable(caseworker, id)
                .then(unitOfWork.commit(
                        () -> tickets.writable(caseworker, ticket).then(attachment.to(ticket, id))))
                .then(calls.find(id))
                .checkpoint("attach call");
    }

    /** Tells the citizen in a caseworker's words what was said; what was recorded stays inside. */
    public Mono<Outcome<Message>> release(Caseworker caseworker, CallId id, String text, @Nullable RequestKey key) {
        return access.readable(caseworker, id)
                .flatMap(call -> Mono.justOrEmpty(call.ticket()))
                .flatMap(attachment::whereItGoesOn)
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.CallConflict())))
                .flatMap(ticket -> once.run(
                        key,
                        ids.next(),
                        made -> unitOfWork.commit(
                                () -> once.claim(key, made).then(tell(caseworker, ticket, text, new MessageId(made))))))
                .flatMap(done -> messages.find(new MessageId(done.value()))
                        .map(message -> new Outcome<>(message, done.repeated())))
                .checkpoint("release summary of a call");
    }

    private Mono<Void> tell(Caseworker caseworker, TicketId id, String text, MessageId made) {
        Instant now = clock.instant();
        var message = new Message(
                made,
                id,
                Direction.TO_CITIZEN,
                Channel.PHONE,
                caseworker.reference(),
                null,
                text,
                null,
                List.of(),
                now);
        return tickets.writable(caseworker, id)
                .flatMap(ticket -> casebook.add(message, ticket.answer(message, now)))
                .then();
    }

    /** Who waits to be called back in the caseworker's queues, most urgent first. */
    public Flux<Call> toCallBack(Caseworker caseworker, Calls.@Nullable Place after, int limit) {
        Set<String> queues = caseworker.worksEverywhere() ? null : caseworker.queues();
        return audit.read(caseworker, Audit.Subject.list("call-backs"))
                .thenMany(calls.toCallBack(queues, after, limit));
    }

    /** Somebody has called back, or tried for long enough. */
    public Mono<Void> calledBack(Caseworker caseworker, CallId id) {
        return access.readable(caseworker, id)
                .then(unitOfWork.commit(() -> attachment.held(id).flatMap(file -> {
                    file.calledBack();
                    return attachment.settle(file);
                })))
                .checkpoint("called back");
    }
}
