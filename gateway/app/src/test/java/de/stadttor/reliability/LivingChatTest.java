package de.stadttor.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.gateway.ChatClient;
import de.stadttor.gateway.ChatScene;
import de.stadttor.gateway.Clients;
import de.stadttor.live.Followers;
import de.stadttor.people.CitizenId;
import de.stadttor.web.WebSettings;
import de.stadttor.web.bodies.Schemas;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket lives for hours, whatever the server's patience with requests is. */
@Impatient
class LivingChatTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(400);

    private static final int MANY = 60;
    private static final int LONG = 5000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Clients clients;

    @Autowired
    private Followers followers;

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

    /** As when a cable is pulled: no end of the connection is ever heard of. */
    @Test
    void aConnectionOfWhichNothingIsHeardIsClosed() throws IOException {
        try (var dead = RawClient.of(clients.url())) {
            dead.openWebSocket("/api/desk/v1/chats/socket");
            dead.sendFrame(authenticate("teamlead"));
            dead.readUntil("\"operator\"");
            Instant begin = Instant.now();

            assertThat(dead.isClosedWithin(PATIENCE)).isTrue();
            assertThat(Duration.between(begin, Instant.now()))
                    .isBetween(settings.readPatience(), settings.readPatience().multipliedBy(4));
        }
    }

    /** The operator goes in the end, since whoever talks with somebody follows the same. */
    @Test
    void whoDoesNotReadIsCutOffWhileOthersAreTold() throws IOException {
        var scene = new ChatScene(clients.anybody(), clients::token, clients.url(), schemas);
        try (ChatClient karin = scene.operator("caseworker");
                ChatClient erika = scene.citizen();
                var asleep = RawClient.withTinyBuffer(clients.url())) {
            JsonNode opened = scene.opened(erika, karin, "Guten Tag");
            CitizenId citizen = followed();
            asleep.openWebSocket("/chat/v1");
            asleep.sendFrame(JSON.writeValueAsString(
                    ChatScene.resume(opened, opened.path("secret").asString(), 0)));
            assertThat(erika.hears("closed").path("reason").asString()).isEqualTo("elsewhere");
            for (int number = 1; number <= MANY; number++) {
                karin.say(ChatScene.answer(opened, "d-" + number, "ä".repeat(LONG)));
                karin.hears("acknowledged");
            }
            karin.say(Map.of("type", "presence", "state", "away", "capacity", 3));
            karin.hears("operator", known -> known.path("state").asString().equals("away"));
            karin.cut();
            await("the sleeper is cut off")
                    .atMost(PATIENCE)
                    .until(() -> !followers.followed().contains(citizen));
            assertThat(asleep.readToEnd(PATIENCE)).doesNotContain("\"position\":" + MANY);
        }
    }

    private CitizenId followed() {
        return await("the sleeper follows")
                .until(() -> followers.followed().stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private String authenticate(String persona) {
        return JSON.writeValueAsString(Map.of("type", "authenticate", "token", clients.token(persona)));
    }

    private static boolean isAnswered(ChatClient window) {
        window.say(Map.of("type", "ping"));
        window.hears("pong");
        return true;
    }
}
