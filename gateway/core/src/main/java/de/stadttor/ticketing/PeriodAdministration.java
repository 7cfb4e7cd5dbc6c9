package de.stadttor.ticketing;

import de.stadttor.people.Caseworker;
import de.stadttor.people.Caseworker.Role;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import reactor.core.publisher.Mono;

/** What administrators decide about periods; everybody else is refused. */
public final class PeriodAdministration {

    private final QueuePeriods periods;

    public PeriodAdministration(QueuePeriods periods) {
        this.periods = periods;
    }

    public Mono<Periods> read(Caseworker caseworker, String queue) {
        return caseworker.roles().contains(Role.ADMIN)
                ? periods.of(queue).switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())))
                : Mono.error(() -> new Refused(new Refusal.NotAllowed()));
    }

    /** @param version that the administrator saw */
    public Mono<Periods> change(Caseworker caseworker, String queue, long version, int reopen, int originals) {
        return read(caseworker, queue)
                .map(current -> unstale(current, version).changed(reopen, originals))
                .flatMap(changed -> periods.put(queue, changed)
                        .flatMap(stored -> stored ? Mono.just(changed) : overtaken(caseworker, queue)));
    }

    private static Periods unstale(Periods current, long version) {
        if (current.version() != version) {
            throw new Refused(new Refusal.StaleVersion(current.version()));
        }
        return current;
    }

    private Mono<Periods> overtaken(Caseworker caseworker, String queue) {
        return read(caseworker, queue).map(now -> {
            throw new Refused(new Refusal.StaleVersion(now.version()));
        });
    }
}
