package de.stadttor.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.gateway.ChatClient;
import de.stadttor.gateway.ChatScene;
import de.stadttor.gateway.Clients;
import de.stadttor.web.WebSettings;
import de.stadttor.web.bodies.Schemas;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A WebSocket lives for hours, whatever the server's patience with requests is. */
@Impatient
class LivingChatTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(400);

    @Autowired
    private Clients clients;

    @Autowired
    private Schemas schemas;

    @Autowired
    private WebSettings settings;

    @Test
    void aConnectionThatIsReadOutlivesThePatienceWithThoseThatAreNot() {
        Instant end =
                Instant.now().plus(settings.readPatience().multipliedBy(2)).plusSeconds(1);
        var scene = new ChatScene(clients.anybody(), clients::token, clients.url(), schemas);
        ChatClient window =
                new ChatScene(clients.anybody(), clients::token, clients.url(), schemas).operator("caseworker");
        await("every ping is answered")
                .atMost(PATIENCE)
                .pollInterval(BETWEEN)
                .until(() -> isAnswered(window) && Instant.now().isAfter(end));
        ChatScene.leaves(window);
    }

    @Test
    void aConnectionOnWhichNobodyBeginsAnythingIsClosed() {
        try (ChatClient citizen = ChatClient.citizen(clients.url(), schemas);
                ChatClient operator = ChatClient.operator(clients.url(), schemas)) {
            assertThat(citizen.hears("closed").path("reason").asString()).isEqualTo("late");
            assertThat(operator.hears("closed").path("reason").asString()).isEqualTo("late");
        }
    }

    private static boolean isAnswered(ChatClient window) {
        window.say(Map.of("type", "ping"));
        window.hears("pong");
        return true;
    }
}
