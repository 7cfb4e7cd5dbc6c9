package de.stadttor.reliability;

import static org.awaitility.Awaitility.await;

import de.stadttor.gateway.ChatClient;
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
        try (ChatClient window = ChatClient.citizen(clients.url(), schemas)) {
            await("every ping is answered")
                    .atMost(PATIENCE)
                    .pollInterval(BETWEEN)
                    .until(() -> isAnswered(window) && Instant.now().isAfter(end));
        }
    }

    private static boolean isAnswered(ChatClient window) {
        window.say(Map.of("type", "ping"));
        window.hears("pong");
        return true;
    }
}
