package de.stadttor.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import de.stadttor.sessions.SessionSecret;
import de.stadttor.sessions.TestSessions;
import de.stadttor.web.PublicUrl;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class CurrentSessionTest {

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final SessionSecret secret = SessionSecret.random(new SecureRandom());
    private final Session begun = TestSessions.of(
            new SessionId(ports.ids().next()),
            new CitizenId(ports.ids().next()),
            AssuranceLevel.HIGH,
            ports.clock().instant());
    private final CurrentSession current = new CurrentSession(
            ports.sessions(), new LoginCookie(new PublicUrl(URI.create("http://localhost"))), ports.clock());

    @Test
    void isUsedByARequest() {
        start();
        ports.clock().advance(Duration.ofMinutes(4));
        assertThat(asked("*/*").lastUsedAt()).isEqualTo(ports.clock().instant());
        ports.clock().advance(Duration.ofMinutes(4));
        assertThat(asked("*/*").reached()).isEqualTo(AssuranceLevel.HIGH);
    }

    @Test
    void isNotUsedByAStream() {
        start();
        for (int minutes = 0; minutes < 6; minutes += 2) {
            ports.clock().advance(Duration.ofMinutes(2));
            asked("text/event-stream");
        }
        assertThat(asked("text/event-stream").levelAt(ports.clock().instant())).contains(AssuranceLevel.SUBSTANTIAL);
    }

    @Test
    void keepsTheLevelThatARestLeft() {
        start();
        ports.clock().advance(Duration.ofMinutes(6));
        assertThat(asked("*/*").reached()).isEqualTo(AssuranceLevel.SUBSTANTIAL);
        assertThat(ports.sessions().find(begun.id()).block().reached()).isEqualTo(AssuranceLevel.SUBSTANTIAL);
    }

    @Test
    void isNotWrittenForEachOfManyRequests() {
        start();
        ports.clock().advance(Duration.ofSeconds(4));
        asked("*/*");
        assertThat(ports.sessions().find(begun.id()).block()).isEqualTo(begun);
    }

    @Test
    void isNobodysWhenItIsOver() {
        start();
        ports.clock().advance(Duration.ofHours(1));
        assertThat(asked("*/*")).isNull();
    }

    private void start() {
        ports.sessions().start(begun, secret).block();
    }

    private @Nullable Session asked(String accept) {
        return current.of(MockServerWebExchange.from(MockServerHttpRequest.get("/")
                        .header("Accept", accept)
                        .cookie(new HttpCookie("stadttor-login", secret.value()))))
                .block();
    }
}
