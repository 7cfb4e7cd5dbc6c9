package de.stadttor.calls;

import de.stadttor.events.EventLog;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.MergedTickets;
import de.stadttor.ticketing.TicketId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Gives calls to tickets that are there, once it is proven who called. Joins the running transaction. */
public final class Attachment {

    private final Calls calls;
    private final CallMessages messages;
    private final MergedTickets merged;
    private final EventLog log;
    private final CallSettings settings;
    private final Clock clock;

    public Attachment(
            Calls calls,
            CallMessages messages,
            MergedTickets merged,
            EventLog log,
            CallSettings settings,
            Clock clock) {
        this.calls = calls;
        this.messages = messages;
        this.merged = merged;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Doing it again changes nothing. The ticket that a rule made of the call goes on in this one; refused for a call
     * that was given to another one already.
     */
    Mono<Void> to(TicketId ticket, CallId id) {
        return held(id).flatMap(file -> to(ticket, file));
    }

    Mono<Void> to(TicketId ticket, CallFile file) {
        Call call = file.call();
        TicketId before = call.ticket();
        if (before == null) {
            file.attach(ticket);
            return arrive(file, messages.note(file));
        }
        if (before.equals(ticket)) {
            file.attach(ticket);
            return store(file);
        }
        if (call.verified()) {
            return Mono.error(() -> new Refused(new Refusal.CallConflict()));
        }
        return merged.fold(before, ticket).flatMap(closed -> {
            file.attach(ticket);
            return arrive(file, messages.noteMoved(file, closed.number()));
        });
    }

    private Mono<Void> arrive(CallFile file, Mono<Void> note) {
        var fact = CallConsequences.fact(
                file,
                "call-attached",
                Map.of("ticket", String.valueOf(file.call().ticket())));
        return log.append(fact)
                .then(note)
                .then(Mono.defer(() -> file.mayTell() ? messages.tell(file) : Mono.empty()))
                .then(store(file));
    }

    /** Nobody waits to be called back any longer. */
    Mono<Void> settle(CallFile file) {
        return log.append(CallConsequences.fact(file, "call-called-back", Map.of()))
                .then(store(file));
    }

    Mono<TicketId> whereItGoesOn(TicketId ticket) {
        return messages.whereItGoesOn(ticket);
    }

    Mono<CallFile> held(CallId id) {
        Instant now = clock.instant();
        return calls.hold(List.of(id), now).single().map(history -> new CallFile(history, now));
    }

    Mono<Void> store(CallFile file) {
        return Mono.defer(() -> calls.write(List.of(file.closed(settings.patience()))));
    }
}
