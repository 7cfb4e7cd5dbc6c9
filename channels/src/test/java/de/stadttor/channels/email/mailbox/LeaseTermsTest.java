package de.stadttor.channels.email.mailbox;

import de.stadttor.mailboxes.FolderLease;
import de.stadttor.mailboxes.FolderLeases;
import de.stadttor.mailboxes.FolderName;
import de.stadttor.mailboxes.LeaseLost;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class LeaseTermsTest {

    private static final Duration TIME = Duration.ofSeconds(30);
    private static final FolderLease LEASE = new FolderLease(new FolderName("amt", "INBOX"), 1);

    @Test
    void overlooksASignOfLifeThatGotLost() {
        StepVerifier.withVirtualTime(() -> renewals(turn -> turn % 2 == 0 ? lost() : Mono.empty()))
                .expectSubscription()
                .expectNoEvent(Duration.ofMinutes(10))
                .thenCancel()
                .verify();
    }

    @Test
    void givesUpBeforeTheTimeIsOver() {
        StepVerifier.withVirtualTime(() -> renewals(_ -> Mono.never()))
                .thenAwait(TIME.minusSeconds(1))
                .verifyError();
    }

    @Test
    void givesUpAtOnceWhenAnotherOneHasTheFolder() {
        StepVerifier.withVirtualTime(() -> renewals(_ -> Mono.error(LeaseLost::new)))
                .thenAwait(TIME.dividedBy(3))
                .verifyError(LeaseLost.class);
    }

    private static Mono<Void> lost() {
        return Mono.error(() -> new IllegalStateException("no answer"));
    }

    private static Mono<Object> renewals(IntFunction<Mono<Void>> renewing) {
        return new LeaseTerms("one", TIME).renewals(new Renewing(renewing, new AtomicInteger()), LEASE);
    }

    private record Renewing(IntFunction<Mono<Void>> answer, AtomicInteger turns) implements FolderLeases {

        @Override
        public Mono<FolderLease> acquire(FolderName folder, String owner, Duration time) {
            return Mono.just(LEASE);
        }

        @Override
        public Mono<Void> renew(FolderLease lease, Duration time) {
            return answer.apply(turns.getAndIncrement());
        }

        @Override
        public Mono<Void> release(FolderLease lease) {
            return Mono.empty();
        }
    }
}
