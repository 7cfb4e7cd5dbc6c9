package de.stadttor.saml.login;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.TickingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What every implementation of the port must hold. */
public interface PendingLoginsContract {

    TickingClock clock();

    PendingLogins pending();

    @Test
    default void givesALoginToExactlyOneOfManyTakers() {
        var pending = pending();
        var key = new PendingKey("k");
        pending.save(key, login("browser")).block();

        long taken = Flux.range(0, 64)
                .flatMap(_ -> pending.take(key).subscribeOn(Schedulers.parallel()))
                .count()
                .block();

        assertThat(taken).isEqualTo(1);
    }

    @Test
    default void givesNothingOnceTheTimeIsOver() {
        var pending = pending();
        pending.save(new PendingKey("k"), login("browser")).block();
        clock().advance(Duration.ofMinutes(15));

        pending.take(new PendingKey("k")).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void forgetsTheLoginsOfOneBrowserAndNoOther() {
        var pending = pending();
        pending.save(new PendingKey("mine"), login("mine")).block();
        pending.save(new PendingKey("other"), login("other")).block();
        pending.forget("mine").block();

        pending.take(new PendingKey("mine")).as(StepVerifier::create).verifyComplete();
        pending.take(new PendingKey("other"))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }

    private PendingLogin login(String browser) {
        var now = clock().instant();
        return new PendingLogin(
                "_id", "bayernid", AssuranceLevel.LOW, now, now.plus(Duration.ofMinutes(15)), browser, "/", "");
    }
}
