package de.stadttor.grants;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.grants.Granting.Granted;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class GrantingTest {

    private static final ClientId APP = new ClientId("app");
    private static final ClientId OTHER_APP = new ClientId("other-app");
    private static final String REDIRECT = "http://127.0.0.1:4711/callback";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final Challenge CHALLENGE = new Challenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final Map<SessionId, Session> sessions = new ConcurrentHashMap<>();
    private final Granting granting = new Granting(
            ports.grants(),
            id -> Mono.justOrEmpty(sessions.get(id)),
            ports.unitOfWork(),
            new SecureRandom(),
            ports.ids(),
            ports.clock());
    private final Session session = session();

    @BeforeEach
    void logIn() {
        sessions.put(session.id(), session);
    }

    @Test
    void givesTokensForACode() {
        Granted granted = redeemed(code());
        assertThat(granted.grant().client()).isEqualTo(APP);
        assertThat(granted.grant().citizen()).isEqualTo(session.citizen());
        assertThat(granted.session()).isEqualTo(session);
        living(granted);
    }

    @Test
    void keepsHashesOnlyAndSaysNoSecretAloud() {
        Secret code = code();
        Granted granted = redeemed(code);
        assertThat(ports.grants().holds(code.hash()).block()).isTrue();
        assertThat(ports.grants().holds(code.value()).block()).isFalse();
        assertThat(ports.grants().holds(granted.refreshToken().hash()).block()).isTrue();
        assertThat(ports.grants().holds(granted.refreshToken().value()).block()).isFalse();
        assertThat(granted.toString())
                .doesNotContain(granted.refreshToken().value())
                .doesNotContain(code.value());
    }

    @Test
    void takesACodeUntilItsLastInstantAndNotAfter() {
        Secret inTime = code();
        Secret late = code();
        ports.clock().advance(Duration.ofSeconds(60).minusNanos(1));
        redeemed(inTime);
        ports.clock().advance(Duration.ofNanos(1));
        refused(redeem(late));
    }

    @Test
    void endsWhatACodeGaveWhenItComesAgain() {
        Secret code = code();
        Granted granted = redeemed(code);
        refused(redeem(code));
        ended(granted);
        refused(granting.refresh(granted.refreshToken(), APP));
    }

    @Test
    void givesTokensToOneOfManyWhoBringTheSameCodeAtOnceAndThenEndsThem() {
        Secret code = code();
        Flux.range(0, 8)
                .flatMap(_ -> redeem(code), 8)
                .collectList()
                .as(StepVerifier::create)
                .assertNext(granted -> {
                    assertThat(granted).hasSize(1);
                    ended(granted.getFirst());
                })
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK"})
    void refusesACodeWithoutItsVerifierAndNeverTakesItAgain(String verifier) {
        Secret code = code();
        refused(granting.redeem(code, APP, REDIRECT, verifier));
        refused(redeem(code));
    }

    @Test
    void refusesACodeOfAnotherApplicationOrAnotherAddress() {
        refused(granting.redeem(code(), OTHER_APP, REDIRECT, VERIFIER));
        refused(granting.redeem(code(), APP, REDIRECT + "/", VERIFIER));
        refused(redeem(new Secret("invented")));
    }

    @Test
    void refusesACodeWhoseLoginIsOver() {
        Secret code = code();
        sessions.remove(session.id());
        refused(redeem(code));
    }

    @Test
    void givesANewRefreshTokenForEveryOldOne() {
        Granted first = redeemed(code());
        Granted second = refreshed(first);
        Granted third = refreshed(second);
        assertThat(third.grant()).isEqualTo(first.grant());
        assertThat(third.refreshToken()).isNotIn(first.refreshToken(), second.refreshToken());
    }

    @Test
    void endsTheWholeGrantWhenAUsedRefreshTokenComesAgain() {
        Granted first = redeemed(code());
        Granted second = refreshed(first);
        refused(granting.refresh(first.refreshToken(), APP));
        refused(granting.refresh(second.refreshToken(), APP));
        ended(second);
    }

    @Test
    void endsTheGrantWhenTwoBringTheSameRefreshTokenAtOnce() {
        Granted granted = redeemed(code());
        Flux.range(0, 2)
                .flatMap(_ -> granting.refresh(granted.refreshToken(), APP), 2)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        ended(granted);
    }

    @Test
    void leavesAnotherGrantOfTheSameLoginAlone() {
        Granted stolen = redeemed(code());
        Granted other = redeemed(code());
        refreshed(stolen);
        refused(granting.refresh(stolen.refreshToken(), APP));
        living(other);
    }

    @Test
    void refusesARefreshTokenOfAnotherApplicationWithoutTakingIt() {
        Granted granted = redeemed(code());
        refused(granting.refresh(granted.refreshToken(), OTHER_APP));
        refreshed(granted);
    }

    @Test
    void refusesARefreshTokenWhoseLoginHasEndedOrAgedAway() {
        Granted granted = redeemed(code());
        ports.clock().advance(Duration.ofHours(13));
        refused(granting.refresh(granted.refreshToken(), APP));
        ended(granted);
    }

    @Test
    void revokesByRefreshTokenUsedOrNot() {
        Granted first = redeemed(code());
        Granted second = refreshed(first);
        assertThat(granting.revoke(first.refreshToken(), APP).block()).isTrue();
        ended(second);
        assertThat(granting.revoke(first.refreshToken(), APP).block()).isTrue();
        assertThat(granting.revoke(new Secret("invented"), APP).block()).isTrue();
    }

    @Test
    void revokesNothingForAnotherApplication() {
        Granted granted = redeemed(code());
        assertThat(granting.revoke(granted.refreshToken(), OTHER_APP).block()).isFalse();
        assertThat(granting.revoke(granted.grant().id(), OTHER_APP).block()).isFalse();
        living(granted);
        assertThat(granting.revoke(granted.grant().id(), APP).block()).isTrue();
        ended(granted);
    }

    private Secret code() {
        return granting.grant(session, APP, REDIRECT, CHALLENGE).block();
    }

    private Mono<Granted> redeem(Secret code) {
        return granting.redeem(code, APP, REDIRECT, VERIFIER);
    }

    private Granted redeemed(Secret code) {
        return redeem(code).blockOptional().orElseThrow();
    }

    private Granted refreshed(Granted before) {
        return granting.refresh(before.refreshToken(), APP).blockOptional().orElseThrow();
    }

    private void living(Granted granted) {
        assertThat(granting.session(granted.grant().id()).blockOptional()).isPresent();
    }

    private void ended(Granted granted) {
        assertThat(granting.session(granted.grant().id()).blockOptional()).isEmpty();
    }

    private static void refused(Mono<Granted> tokens) {
        tokens.as(StepVerifier::create).verifyComplete();
    }

    private Session session() {
        Instant now = ports.clock().instant();
        return new Session(
                new SessionId(ports.ids().next()),
                new CitizenId(ports.ids().next()),
                "bayernid",
                AssuranceLevel.SUBSTANTIAL,
                now,
                now,
                now,
                "Erika Mustermann");
    }
}
