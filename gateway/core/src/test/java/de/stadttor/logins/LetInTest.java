package de.stadttor.logins;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.logins.LoginTrail.Step;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Identity;
import de.stadttor.people.VerifiedDatum;
import de.stadttor.people.VerifiedDatum.Kind;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class LetInTest {

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final InMemoryLoginTrail trail = new InMemoryLoginTrail(ports.unitOfWork());
    private final LetIn letIn = new LetIn(
            ports.citizens(),
            ports.citizenData(),
            ports.sessions(),
            trail,
            ports.unitOfWork(),
            ports.ids(),
            new SecureRandom(),
            ports.clock());

    @Test
    void beginsASessionThatItsSecretProves() {
        var entered = entered(login("erika", AssuranceLevel.SUBSTANTIAL), null);
        assertThat(ports.sessions().bySecret(entered.secret()).block()).isEqualTo(entered.session());
        assertThat(entered.session().name()).isEqualTo("Erika Beispiel");
        assertThat(ports.citizenData()
                        .of(entered.session().citizen())
                        .collectList()
                        .block())
                .hasSize(2);
    }

    @Test
    void raisesTheSessionOfTheSamePersonUnderANewSecret() {
        var first = entered(login("erika", AssuranceLevel.BASIC), null);
        ports.clock().advance(Duration.ofMinutes(10));
        var raised =
                entered(login("erika", AssuranceLevel.HIGH), first.session().id());
        assertThat(raised.session().id()).isEqualTo(first.session().id());
        assertThat(raised.session().startedAt()).isEqualTo(first.session().startedAt());
        assertThat(raised.session().authenticatedAt()).isAfter(first.session().authenticatedAt());
        assertThat(raised.session().levelAt(ports.clock().instant())).contains(AssuranceLevel.HIGH);
        ports.sessions().bySecret(first.secret()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void lowersTheSessionByAWeakerLogin() {
        var first = entered(login("erika", AssuranceLevel.HIGH), null);
        var second = entered(login("erika", AssuranceLevel.LOW), first.session().id());
        assertThat(second.session().levelAt(ports.clock().instant())).contains(AssuranceLevel.LOW);
    }

    @Test
    void refusesAStrangerAndForgetsWhatWasToldAboutThem() {
        var first = entered(login("erika", AssuranceLevel.BASIC), null);
        var refused = letIn.with(
                        login("otto", AssuranceLevel.HIGH), first.session().id())
                .block();
        assertThat(refused).isEqualTo(new LoginResult.AnotherPerson());
        assertThat(ports.sessions().bySecret(first.secret()).block()).isEqualTo(first.session());
        var otto = entered(login("otto", AssuranceLevel.LOW), null);
        assertThat(ports.citizenData()
                        .of(otto.session().citizen())
                        .map(VerifiedDatum::trust)
                        .collectList()
                        .block())
                .containsOnly(AssuranceLevel.LOW);
    }

    @Test
    void beginsAnewWhenTheSessionIsOverOrWasEndedMeanwhile() {
        var first = entered(login("erika", AssuranceLevel.BASIC), null);
        var ended = entered(login("erika", AssuranceLevel.BASIC), null);
        ports.sessions().end(ended.session().id()).block();
        assertThat(entered(login("otto", AssuranceLevel.LOW), ended.session().id())
                        .session()
                        .id())
                .isNotEqualTo(ended.session().id());
        ports.clock().advance(Duration.ofHours(1));
        assertThat(entered(login("otto", AssuranceLevel.LOW), first.session().id())
                        .session()
                        .id())
                .isNotEqualTo(first.session().id());
    }

    @Test
    void leavesATrail() {
        Session session = entered(login("erika", AssuranceLevel.BASIC), null).session();
        entered(login("erika", AssuranceLevel.HIGH), session.id());
        letIn.with(login("otto", AssuranceLevel.HIGH), session.id()).block();
        assertThat(trail.written())
                .extracting(LoginTrail.Entry::step)
                .containsExactly(Step.LOGGED_IN, Step.RENEWED, Step.STRANGER_REFUSED);
        assertThat(trail.written()).extracting(LoginTrail.Entry::citizen).containsOnly(session.citizen());
    }

    private LoginResult.Entered entered(VerifiedLogin login, @Nullable SessionId running) {
        return (LoginResult.Entered) letIn.with(login, running).block();
    }

    private VerifiedLogin login(String pseudonym, AssuranceLevel level) {
        var now = ports.clock().instant();
        return new VerifiedLogin(
                new Identity.BayernId("localhost", pseudonym),
                "bayernid",
                level,
                now,
                List.of(
                        new VerifiedDatum(Kind.GIVEN_NAME, "Erika", level, now),
                        new VerifiedDatum(Kind.SURNAME, "Beispiel", level, now)));
    }
}
