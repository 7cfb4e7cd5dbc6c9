package de.stadttor.calls;

import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.TicketId;
import reactor.core.publisher.Mono;

/**
 * Who may see which call: who may see its ticket or, while it has none, who works on the queue that would call back.
 */
public final class CallAccess {

    private final Calls calls;
    private final CallRulebook rulebook;
    private final CallSettings settings;
    private final Access access;

    public CallAccess(Calls calls, CallRulebook rulebook, CallSettings settings, Access access) {
        this.calls = calls;
        this.rulebook = rulebook;
        this.settings = settings;
        this.access = access;
    }

    /** A call that is none for this caseworker does not exist. */
    Mono<Call> readable(Caseworker caseworker, CallId id) {
        return calls.find(id)
                .filterWhen(call -> mayRead(caseworker, call))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    private Mono<Boolean> mayRead(Caseworker caseworker, Call call) {
        TicketId ticket = call.ticket();
        return ticket == null
                ? rulebook.read()
                        .defaultIfEmpty(CallRules.usual(settings.queue()))
                        .map(rules -> caseworker.worksOn(rules.missed().queueOf(call.course())))
                : access.readable(caseworker, ticket)
                        .thenReturn(true)
                        .onErrorResume(Refused.class, _ -> Mono.just(false));
    }
}
