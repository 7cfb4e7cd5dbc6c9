package de.stadttor.logins;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.seals.Sha256;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every {@link StartedLogins} promises. */
public interface StartedLoginsContract {

    Ports ports();

    @Test
    default void givesALoginToOneOfManyAnswersOnly() {
        StartedLogin login = started(text());
        Flux.range(0, 10)
                .flatMap(_ -> logins().take(login.key(), login.requestedAt()), 10)
                .as(StepVerifier::create)
                .expectNext(login)
                .verifyComplete();
    }

    @Test
    default void givesNothingToWhoComesTooLate() {
        StartedLogin login = started(text());
        logins().take(login.key(), login.expiresAt()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void forgetsWhatOneBrowserBegan() {
        String browser = text();
        StartedLogin first = started(browser);
        StartedLogin second = started(browser);
        StartedLogin other = started(text());
        logins().forget(browser).block();
        logins().take(first.key(), first.requestedAt()).as(StepVerifier::create).verifyComplete();
        logins().take(second.key(), second.requestedAt())
                .as(StepVerifier::create)
                .verifyComplete();
        assertThat(logins().take(other.key(), other.requestedAt()).block()).isEqualTo(other);
    }

    @Test
    default void tidiesAwayWhatIsTooLateAndNothingElse() {
        StartedLogin login = started(text());
        logins().expire(login.expiresAt().minusNanos(1000)).block();
        assertThat(logins().take(login.key(), login.requestedAt()).block()).isEqualTo(login);
        StartedLogin late = started(text());
        logins().expire(late.expiresAt()).block();
        logins().take(late.key(), late.requestedAt()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void spendsAnAssertionOnce() {
        String key = text();
        var until = ports().clock().instant().plusSeconds(60);
        Flux.range(0, 10)
                .flatMap(_ -> ports().spentAssertions().spend(key, until), 10)
                .filter(first -> first)
                .as(StepVerifier::create)
                .expectNext(true)
                .verifyComplete();
    }

    @Test
    default void remembersASpentAssertionUntilItsAgeRefusesIt() {
        String key = text();
        var until = ports().clock().instant().plusSeconds(60);
        ports().spentAssertions().spend(key, until).block();
        ports().spentAssertions().expire(until.minusNanos(1000)).block();
        assertThat(ports().spentAssertions().spend(key, until).block()).isFalse();
        ports().spentAssertions().expire(until).block();
        assertThat(ports().spentAssertions().spend(key, until).block()).isTrue();
    }

    private StartedLogins logins() {
        return ports().startedLogins();
    }

    private StartedLogin started(String browser) {
        var now = ports().clock().instant();
        var login = new StartedLogin(
                text(),
                "_request",
                "bayernid",
                AssuranceLevel.HIGH,
                now,
                now.plus(Duration.ofMinutes(15)),
                browser,
                "/fall?x=1",
                "");
        assertThat(logins().add(login).block()).isTrue();
        return login;
    }

    private static String text() {
        return Sha256.hex(UUID.randomUUID().toString());
    }
}
