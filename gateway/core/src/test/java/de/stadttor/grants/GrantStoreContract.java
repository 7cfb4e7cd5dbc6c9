package de.stadttor.grants;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.grants.GrantStore.Code;
import de.stadttor.people.CitizenId;
import de.stadttor.seals.Sha256;
import de.stadttor.sessions.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every {@link GrantStore} promises. */
public interface GrantStoreContract {

    Challenge CHALLENGE = new Challenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

    Ports ports();

    @Test
    default void findsAGrantAndItsCodeAsTheyWereGiven() {
        Grant grant = grant();
        Code code = added(grant);
        assertThat(store().find(grant.id()).block()).isEqualTo(grant);
        assertThat(store().code(code.hash()).block()).isEqualTo(code);
        store().code(hash()).as(StepVerifier::create).verifyComplete();
        store().find(new GrantId(ports().ids().next())).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void letsOneOfManyTakeACode() {
        Code code = added(grant());
        oneOfMany(() -> store().takeCode(code.hash(), now()));
        assertThat(store().code(code.hash()).block()).isEqualTo(code);
    }

    @Test
    default void letsOneOfManyTakeARefreshToken() {
        String token = token(grant());
        oneOfMany(() -> store().takeToken(token, now()));
    }

    @Test
    default void letsNobodyTakeWhatDoesNotExist() {
        assertThat(store().tokenOwner(hash()).blockOptional()).isEmpty();
        assertThat(store().takeCode(hash(), now()).block()).isFalse();
        assertThat(store().takeToken(hash(), now()).block()).isFalse();
    }

    @Test
    default void tellsWhoseATokenIsWhetherTakenOrNotAndAfterTheGrantEnded() {
        Grant grant = grant();
        String token = token(grant);
        assertThat(store().tokenOwner(token).block()).isEqualTo(grant.id());
        store().takeToken(token, now()).then(store().revoke(grant.id())).block();
        assertThat(store().tokenOwner(token).block()).isEqualTo(grant.id());
    }

    @Test
    default void findsNoGrantThatWasRevokedAndAllOthers() {
        Grant revoked = grant();
        Grant other = grant();
        added(revoked);
        added(other);
        store().revoke(revoked.id()).then(store().revoke(revoked.id())).block();
        store().find(revoked.id()).as(StepVerifier::create).verifyComplete();
        store().find(other.id()).as(StepVerifier::create).expectNext(other).verifyComplete();
    }

    @Test
    default void forgetsAGrantThatGaveNothingForLongWithAllThatCameOfIt() {
        Grant old = grant();
        Code code = added(old);
        Grant used = grant();
        added(used);
        ports().clock().advance(Duration.ofHours(2));
        String token = hash();
        commit(() -> store().addToken(token, used.id(), now()));
        assertThat(store().expire(now().minus(Duration.ofHours(1))).block()).isPositive();
        store().find(old.id()).as(StepVerifier::create).verifyComplete();
        store().code(code.hash()).as(StepVerifier::create).verifyComplete();
        assertThat(store().find(used.id()).block()).isEqualTo(used);
        assertThat(store().tokenOwner(token).block()).isEqualTo(used.id());
    }

    private void oneOfMany(Supplier<Mono<Boolean>> take) {
        Flux.range(0, 8)
                .flatMap(_ -> ports().unitOfWork().commit(take), 8)
                .filter(taken -> taken)
                .count()
                .as(StepVerifier::create)
                .expectNext(1L)
                .verifyComplete();
    }

    private GrantStore store() {
        return ports().grants();
    }

    private Instant now() {
        return ports().clock().instant();
    }

    private Grant grant() {
        return new Grant(
                new GrantId(ports().ids().next()),
                new ClientId("app"),
                new CitizenId(ports().ids().next()),
                new SessionId(ports().ids().next()),
                now());
    }

    private Code added(Grant grant) {
        var code = new Code(hash(), grant.id(), "http://127.0.0.1:4711/callback", CHALLENGE, now().plusSeconds(60));
        commit(() -> store().add(grant, code));
        return code;
    }

    private String token(Grant grant) {
        added(grant);
        String token = hash();
        commit(() -> store().addToken(token, grant.id(), now()));
        return token;
    }

    private void commit(Supplier<Mono<Void>> work) {
        ports().unitOfWork().commit(work).block();
    }

    private String hash() {
        return Sha256.hex(ports().ids().next().toString());
    }
}
