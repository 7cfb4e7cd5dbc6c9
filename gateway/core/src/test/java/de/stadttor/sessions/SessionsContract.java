package de.stadttor.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link Sessions} promises. */
public interface SessionsContract {

    SecureRandom RANDOM = new SecureRandom();

    Ports ports();

    @Test
    default void findsASessionByItsIdAndByItsSecret() {
        var secret = SessionSecret.random(RANDOM);
        Session session = started(secret);
        assertThat(sessions().find(session.id()).block()).isEqualTo(session);
        assertThat(sessions().bySecret(secret).block()).isEqualTo(session);
        sessions()
                .bySecret(SessionSecret.random(RANDOM))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    default void provesARaisedSessionByTheNewSecretOnly() {
        var before = SessionSecret.random(RANDOM);
        var after = SessionSecret.random(RANDOM);
        Session session = started(before);
        Session raised = TestSessions.again(
                session, AssuranceLevel.HIGH, session.lastUsedAt().plusSeconds(60));
        assertThat(raise(raised, after)).isTrue();
        assertThat(sessions().bySecret(after).block()).isEqualTo(raised);
        sessions().bySecret(before).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void raisesNoSessionThatWasEnded() {
        var secret = SessionSecret.random(RANDOM);
        Session session = started(secret);
        sessions().end(session.id()).block();
        assertThat(raise(session, SessionSecret.random(RANDOM))).isFalse();
        sessions().find(session.id()).as(StepVerifier::create).verifyComplete();
        sessions().bySecret(secret).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void notesAUseAndTheLevelItHasAgedTo() {
        Session session = started(SessionSecret.random(RANDOM));
        Session used = session.used(session.lastUsedAt().plus(Duration.ofMinutes(6)));
        sessions().touch(used).block();
        assertThat(sessions().find(session.id()).block()).isEqualTo(used);
        assertThat(used.reached()).isEqualTo(AssuranceLevel.SUBSTANTIAL);
    }

    @Test
    default void letsALateNoteUndoNeitherALaterUseNorALogin() {
        Session session = started(SessionSecret.random(RANDOM));
        Session early = session.used(session.lastUsedAt().plusSeconds(1));
        Session late = session.used(session.lastUsedAt().plusSeconds(2));
        sessions().touch(late).block();
        sessions().touch(early).block();
        assertThat(sessions().find(session.id()).block()).isEqualTo(late);
        Session raised = TestSessions.again(
                session, AssuranceLevel.HIGH, session.lastUsedAt().plusSeconds(3));
        raise(raised, SessionSecret.random(RANDOM));
        sessions().touch(session.used(session.lastUsedAt().plusSeconds(4))).block();
        assertThat(sessions().find(session.id()).block()).isEqualTo(raised);
    }

    @Test
    default void listsACitizensSessionsTheYoungestFirst() {
        Session first = started(SessionSecret.random(RANDOM));
        Session second = TestSessions.of(
                new SessionId(ports().ids().next()),
                first.citizen(),
                AssuranceLevel.LOW,
                first.lastUsedAt().plusSeconds(1));
        start(second, SessionSecret.random(RANDOM));
        started(SessionSecret.random(RANDOM));
        sessions()
                .of(first.citizen())
                .as(StepVerifier::create)
                .expectNext(second, first)
                .verifyComplete();
    }

    @Test
    default void forgetsWhatIsOverAndNothingElse() {
        Session session = started(SessionSecret.random(RANDOM));
        sessions().expire(session.endsAt().minusNanos(1000)).block();
        assertThat(sessions().find(session.id()).block()).isEqualTo(session);
        sessions().expire(session.endsAt()).block();
        sessions().find(session.id()).as(StepVerifier::create).verifyComplete();
    }

    private Sessions sessions() {
        return ports().sessions();
    }

    private Session started(SessionSecret secret) {
        Session session = TestSessions.of(
                new SessionId(ports().ids().next()),
                new CitizenId(ports().ids().next()),
                AssuranceLevel.HIGH,
                ports().clock().instant());
        start(session, secret);
        return session;
    }

    private void start(Session session, SessionSecret secret) {
        ports().unitOfWork().commit(() -> sessions().start(session, secret)).block();
    }

    private boolean raise(Session session, SessionSecret secret) {
        return ports().unitOfWork()
                .commit(() -> sessions().raise(session, secret))
                .block();
    }
}
