package de.stadttor.people;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every {@link Citizens} promises. */
public interface CitizensContract {

    Ports ports();

    @Test
    default void recognizesAnIdentityItHasSeen() {
        var identity = somebody();
        CitizenId citizen = recognize(identity).block();
        recognize(new Identity.BayernId(identity.spHost(), identity.bpk2()))
                .as(StepVerifier::create)
                .expectNext(citizen)
                .verifyComplete();
        recognize(new Identity.Own(citizen))
                .as(StepVerifier::create)
                .expectNext(citizen)
                .verifyComplete();
    }

    @Test
    default void takesThePseudonymOfAnotherServiceProviderForAnotherPerson() {
        var identity = somebody();
        CitizenId citizen = recognize(identity).block();
        assertThat(recognize(new Identity.BayernId("other.example", identity.bpk2()))
                        .block())
                .isNotEqualTo(citizen);
    }

    @Test
    default void tellsPseudonymsApartThatDifferInCaseOnly() {
        var identity = somebody();
        CitizenId citizen = recognize(identity).block();
        assertThat(recognize(new Identity.BayernId(
                                identity.spHost(), identity.bpk2().toUpperCase(Locale.ROOT)))
                        .block())
                .isNotEqualTo(citizen);
    }

    @Test
    default void knowsNobodyWhoWasNeverThere() {
        recognize(new Identity.Own(new CitizenId(ports().ids().next())))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    default void recognizesNoGuestAsACitizen() {
        CitizenId guest = ports().unitOfWork()
                .commit(() -> ports().citizens().newGuests(1))
                .block()
                .getFirst();
        recognize(new Identity.Own(guest)).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void makesOneCitizenOfManyFirstLoginsAtOnce() {
        var identity = somebody();
        Flux.range(0, 20)
                .flatMap(_ -> recognize(identity), 20)
                .distinct()
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }

    private static Identity.BayernId somebody() {
        return new Identity.BayernId("localhost", "test-" + UUID.randomUUID());
    }

    private Mono<CitizenId> recognize(Identity identity) {
        return ports().unitOfWork().commit(() -> ports().citizens().recognize(identity));
    }
}
