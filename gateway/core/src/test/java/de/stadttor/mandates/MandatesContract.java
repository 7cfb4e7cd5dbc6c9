package de.stadttor.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Principal;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link Mandates} promises. */
public interface MandatesContract {

    Ports ports();

    @Test
    default void findsAMandateByWhateverNamesIt() {
        Mandate mandate = added(fresh(principal()));
        assertThat(mandates().find(mandate.id()).block()).isEqualTo(mandate);
        assertThat(mandates()
                        .ofRepresentative(mandate.representative())
                        .collectList()
                        .block())
                .containsExactly(mandate);
        assertThat(mandates().ofTicket(mandate.evidence()).collectList().block())
                .containsExactly(mandate);
        mandates()
                .find(new MandateId(ports().ids().next()))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    default void knowsAPrincipalOnceHoweverManyActForIt() {
        Principal principal = principal();
        added(fresh(principal));
        added(fresh(new Principal(principal.id(), principal.kind(), principal.name())));
        assertThat(mandates().principal(principal.id()).block()).isEqualTo(principal);
        mandates()
                .principal(new CitizenId(ports().ids().next()))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    default void revokesOnce() {
        Mandate mandate = added(fresh(principal()));
        Instant first = ports().clock().instant();
        revoke(mandate, first);
        revoke(mandate, first.plusSeconds(1));
        assertThat(mandates().find(mandate.id()).block().revokedAt()).isEqualTo(first);
    }

    private Mandates mandates() {
        return ports().mandates();
    }

    private void revoke(Mandate mandate, Instant at) {
        ports().unitOfWork().commit(() -> mandates().revoke(mandate.id(), at)).block();
    }

    private Mandate added(Mandate mandate) {
        ports().unitOfWork().commit(() -> mandates().add(mandate)).block();
        return mandate;
    }

    private Principal principal() {
        return new Principal(new CitizenId(ports().ids().next()), Principal.Kind.WARD, "Max Beispiel");
    }

    private Mandate fresh(Principal principal) {
        return new Mandate(
                new MandateId(ports().ids().next()),
                new CitizenId(ports().ids().next()),
                "Erika Beispiel",
                principal,
                new TicketId(ports().ids().next()),
                "karin",
                ports().clock().instant(),
                ports().clock().instant().plusSeconds(60),
                null);
    }
}
