package de.stadttor.web.limits;

import de.stadttor.web.limits.Visitors.Visitor;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class ConnectionsTest {

    private final Connections connections = new Connections(1);
    private final Visitor visitor = new Visitor(InetAddress.getLoopbackAddress());

    @Test
    void oneTooManyIsRefusedUntilAnotherIsGone() {
        StepVerifier.create(connect(Flux.never()))
                .then(() -> StepVerifier.create(connect(Flux.just("in")))
                        .expectNext("refused")
                        .verifyComplete())
                .thenCancel()
                .verify();
        StepVerifier.create(connect(Flux.just("in"))).expectNext("in").verifyComplete();
    }

    @Test
    void addressesAreCountedApart() {
        StepVerifier.create(connect(Flux.never()))
                .then(() -> StepVerifier.create(
                                connections.counted(new Visitor(null), Flux.just("in"), Flux.just("refused")))
                        .expectNext("in")
                        .verifyComplete())
                .thenCancel()
                .verify();
    }

    private Flux<String> connect(Flux<String> connection) {
        return connections.counted(visitor, connection, Flux.just("refused"));
    }
}
