package de.stadttor.calls;

import de.stadttor.events.EventLog;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
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
    private final EventLog log;
    private final CallSettings settings;
    private final Clock clock;

    public Attachment(Calls calls, CallMessages messages, EventLog log, CallSettings settings, Clock clock) {
        this.calls = calls;
        this.messages = messages;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** Doing it again changes nothing; refused for a call that belongs to another ticket. */
    Mono<Void> to(TicketId ticket, CallId id) {
        return held(id).flatMap(file -> to(ticket, file));
    }

    Mono<Void> to(TicketId ticket, CallFile file) {
        TicketId before = file.call().ticket();
        if (before != null && !before.equals(ticket)) {
            return Mono.error(() -> new Refused(new Refusal.CallConflict()));
        }
        file.attach(ticket);
        return before == null ? arrive(file) : store(file);
    }

    private Mono<Void> arrive(CallFile file) {
        var fact = CallConsequences.fact(
                file,
                "call-attached",
                Map.of("ticket", String.valueOf(file.call().ticket())));
        return log.append(fact)
                .then(messages.note(file))
                .then(Mono.defer(() -> file.mayTell() ? messages.tell(file) : Mono.empty()))
                .then(store(file));
    }

    Mono<CallFile> held(CallId id) {
        Instant now = clock.instant();
        return calls.hold(List.of(id), now).single().map(history -> new CallFile(history, now));
    }

    Mono<Void> store(CallFile file) {
        return Mono.defer(() -> calls.write(List.of(file.closed(settings.patience()))));
    }
}
