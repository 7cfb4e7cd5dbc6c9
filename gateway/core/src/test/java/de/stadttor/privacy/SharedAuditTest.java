package de.stadttor.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.events.MovableClock;
import de.stadttor.people.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class SharedAuditTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Machine READER = new Machine("reader", Set.of());
    private static final Audit.Subject TICKETS = Audit.Subject.list("tickets");

    private final Sinks.Empty<Void> durable = Sinks.empty();
    private final List<List<AuditTrail.Look>> written = new ArrayList<>();
    private final SharedAudit audit = new SharedAudit(this::write, new MovableClock(NOON), _ -> true);

    @BeforeEach
    void open() {
        audit.open().subscribe();
    }

    @Test
    void letsNobodySeeBeforeTheLookIsOnRecord() {
        StepVerifier.create(audit.read(READER, TICKETS))
                .expectSubscription()
                .then(() -> assertThat(written).containsExactly(List.of(new AuditTrail.Look("reader", TICKETS, NOON))))
                .then(durable::tryEmitEmpty)
                .verifyComplete();
    }

    @Test
    void showsNothingWhenALookCannotBeRecorded() {
        durable.tryEmitError(new IllegalStateException("disk full"));
        audit.read(READER, TICKETS).as(StepVerifier::create).verifyError(IllegalStateException.class);
    }

    @Test
    void writesLooksThatComeAtTheSameTimeTogether() {
        for (int i = 0; i < 5; i++) {
            audit.read(READER, TICKETS).subscribe();
        }
        durable.tryEmitEmpty();
        assertThat(written).extracting(List::size).containsExactly(1, 4);
    }

    private Mono<Void> write(List<AuditTrail.Look> looks) {
        written.add(looks);
        return durable.asMono();
    }
}
