package de.stadttor.live;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.guests.AccessLinks;
import de.stadttor.live.LiveEvent.Reason;
import de.stadttor.mandates.Representatives;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.people.GuestSession;
import de.stadttor.people.LoginSession;
import de.stadttor.people.TestCitizens;
import de.stadttor.seals.Seal;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import de.stadttor.sessions.SessionSecret;
import de.stadttor.sessions.TestSessions;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionStandingTest {

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final AccessLinks links = new AccessLinks(
            ports.guestAccess(), Seal.derive(new byte[32], "links"), new SecureRandom(), ports.ids(), ports.clock());
    private final SessionStanding standing = new SessionStanding(
            links,
            ports.sessions(),
            ports.grants(),
            new Representatives(ports.mandates(), ports.clock()),
            ports.clock());
    private final CitizenId id = new CitizenId(ports.ids().next());

    @Test
    void holdsWhileTheLevelDoes() {
        Citizen citizen = loggedIn(AssuranceLevel.HIGH);
        ports.clock().advance(Duration.ofMinutes(4));
        assertThat(standing.lost(citizen).block()).isNull();
        ports.clock().advance(Duration.ofMinutes(1));
        assertThat(standing.lost(citizen).block()).isEqualTo(Reason.LEVEL_AGED);
    }

    @Test
    void holdsThroughAStepUp() {
        Citizen citizen = loggedIn(AssuranceLevel.LOW);
        var session = ports.sessions()
                .find(new SessionId(citizen.loginSession().id()))
                .block();
        ports.sessions()
                .raise(
                        TestSessions.again(
                                session, AssuranceLevel.HIGH, ports.clock().instant()),
                        SessionSecret.random(new SecureRandom()))
                .block();
        assertThat(standing.lost(citizen).block()).isNull();
    }

    @Test
    void isLostWithTheSession() {
        Citizen citizen = loggedIn(AssuranceLevel.HIGH);
        ports.sessions().end(new SessionId(citizen.loginSession().id())).block();
        assertThat(standing.lost(citizen).block()).isEqualTo(Reason.LOGOUT);
    }

    @Test
    void isLostWithTheGrantOfItsApplication() {
        Citizen citizen = loggedIn(AssuranceLevel.HIGH);
        var own = citizen.loginSession();
        var login = new LoginSession(own.id(), own.profile(), ports.ids().next());
        var byApplication = new Citizen(id, AssuranceLevel.HIGH, null, null, login, citizen.until());
        assertThat(standing.lost(citizen).block()).isNull();
        assertThat(standing.lost(byApplication).block()).isEqualTo(Reason.REVOKED);
    }

    @Test
    void isLostWithTheLink() {
        var guest = TestCitizens.guest(id, new GuestSession(ports.ids().next()));
        assertThat(standing.lost(guest).block()).isEqualTo(Reason.REVOKED);
    }

    @Test
    void isNobodysConcernForATokenOfSomebodyElse() {
        assertThat(standing.lost(TestCitizens.loggedIn(id, AssuranceLevel.HIGH)).block())
                .isNull();
    }

    private Citizen loggedIn(AssuranceLevel level) {
        var now = ports.clock().instant();
        Session session = TestSessions.of(new SessionId(ports.ids().next()), id, level, now);
        ports.sessions()
                .start(session, SessionSecret.random(new SecureRandom()))
                .block();
        var login = new LoginSession(session.id().value(), session.profile());
        return new Citizen(id, level, null, null, login, session.lastsUntil());
    }
}
