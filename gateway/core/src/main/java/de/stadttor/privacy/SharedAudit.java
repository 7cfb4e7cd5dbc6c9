package de.stadttor.privacy;

import de.stadttor.people.Caller;
import de.stadttor.sharing.SharedWork;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks that come at the same time share a commit. */
public final class SharedAudit implements Audit {

    private static final SharedWork.Bounds BOUNDS = new SharedWork.Bounds(1, 128, 2000);

    private final SharedWork<AuditTrail.Look, Boolean> writing;
    private final Clock clock;

    /** @param outage tells failures that would meet every look, such as a database that is gone */
    public SharedAudit(AuditTrail trail, Clock clock, Predicate<Throwable> outage) {
        this.writing = new SharedWork<>(looks -> trail.write(looks).thenReturn(recorded(looks)), outage, BOUNDS);
        this.clock = clock;
    }

    @Override
    public Mono<Void> read(Caller reader, Subject subject) {
        return Mono.defer(() -> writing.with(new AuditTrail.Look(reader.reference(), subject, clock.instant())))
                .then();
    }

    /** Writes what is looked at: to be subscribed once, from the program's start to its end. */
    public Flux<Void> open() {
        return writing.turns();
    }

    private static List<Boolean> recorded(List<AuditTrail.Look> looks) {
        return looks.stream().map(_ -> true).toList();
    }
}
