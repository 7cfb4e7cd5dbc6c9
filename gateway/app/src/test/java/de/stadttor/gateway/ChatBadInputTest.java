package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadttor.contract.ContractCheck;
import de.stadttor.web.bodies.Schemas;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** What no window would send. */
@GatewayTest
class ChatBadInputTest {

    @Autowired
    private Clients clients;

    @Autowired
    private Schemas schemas;

    private ChatScene scene;
    private ChatClient karin;

    @BeforeEach
    void somebodyIsAtWork() {
        scene = new ChatScene(clients, schemas);
        karin = scene.operator("caseworker");
    }

    @AfterEach
    void andGoesHome() {
        ChatScene.leaves(karin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"open\"",
                "{\"type\":\"nonsense\"}",
                "{\"type\":42}",
                "{\"type\":\"ping\",\"more\":1}",
                "{\"type\":\"ping\",\"type\":\"ping\"}",
                "{\"type\":\"ping\"} {\"type\":\"ping\"}",
                "{\"type\":\"message\",\"clientId\":\"m\",\"text\":\"\\u0000\"}",
                "{\"type\":\"message\",\"clientId\":\"m\",\"text\":\"\\ud800\"}",
                "{\"type\":\"message\",\"clientId\":\"\",\"text\":\"a\"}",
                "{\"type\":\"message\",\"clientId\":\"m\",\"text\":\"   \"}",
                "{\"type\":\"read\",\"position\":-1}",
                "{\"type\":\"read\",\"position\":1e400}",
                "{\"type\":\"rate\",\"stars\":6}",
                "{\"type\":\"resume\",\"chat\":\"1\",\"secret\":\"1\",\"after\":0}",
                "{\"type\":\"open\",\"clientId\":\"1\",\"queue\":\"buergerbuero\",\"text\":\"a\"}"
            })
    void aFrameThatCannotBeIsRefusedAndTheConnectionLives(String frame) {
        try (ChatClient erika = scene.citizen()) {
            erika.text(frame);
            erika.hearsError("bad-frame");
            erika.say(Map.of("type", "ping"));
            erika.hears("pong");
        }
    }

    @Test
    void bytesAreNoFrame() {
        try (ChatClient erika = scene.citizen()) {
            erika.binary(new byte[] {1, 2, 3});
            erika.hearsError("bad-frame");
        }
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndOneThatJustFitsIsNot() {
        try (ChatClient erika = scene.citizen()) {
            scene.opened(erika, karin, "Guten Tag");
            erika.say(ChatScene.message("m-1", "ä".repeat(5001)));
            erika.hearsError("bad-frame");
            erika.say(ChatScene.message("m-1", "ä".repeat(5000)));
            erika.hears("acknowledged");
        }
    }

    @Test
    void aFrameOfAMebibyteEndsTheConnection() {
        try (ChatClient erika = scene.citizen()) {
            erika.text("{\"type\":\"ping\",\"x\":\"" + "x".repeat(1024 * 1024) + "\"}");
            assertThat(erika.closed()).isNotEqualTo(1000);
        }
    }

    @Test
    void beforeTheChatIsOpenNothingElseIsTaken() {
        try (ChatClient erika = scene.citizen()) {
            erika.say(ChatScene.message("m-1", "Hallo"));
            JsonNode error = erika.hears("error");
            assertThat(error.path("code").asString()).isEqualTo("unexpected");
            assertThat(error.path("clientId").asString()).isEqualTo("m-1");
            erika.say(Map.of("type", "close"));
            erika.hearsError("unexpected");
        }
    }

    @Test
    void aSecondOpeningOnOneConnectionIsNotTaken() {
        try (ChatClient erika = scene.citizen()) {
            scene.opened(erika, karin, "Guten Tag");
            erika.say(scene.opening("Noch einer"));
            erika.hearsError("unexpected");
        }
    }

    @Test
    void openingTakesWorkThatWasDoneForAChatAndForThisOne() {
        try (ChatClient erika = scene.citizen()) {
            Map<String, Object> opening = scene.opening("Guten Tag");
            opening.remove("proof");
            erika.say(opening);
            erika.hearsError("proof-missing");
            opening.put("proof", "e30=");
            erika.say(opening);
            erika.hearsError("proof-wrong");
            opening.put("proof", new Visitor(clients.anybody()).work("insektennest"));
            erika.say(opening);
            erika.hearsError("proof-wrong");
            Map<String, Object> fine = scene.opening("Guten Tag");
            erika.say(fine);
            erika.hears("opened");
            try (ChatClient other = scene.citizen()) {
                Map<String, Object> stolen = scene.opening("Mit fremder Arbeit");
                stolen.put("proof", fine.get("proof"));
                other.say(stolen);
                other.hearsError("proof-reused");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"caseworker", "formserver"})
    void aTokenOfAnotherAudienceOpensNothing(String persona) {
        try (ChatClient erika = scene.citizen()) {
            Map<String, Object> opening = scene.opening("Guten Tag");
            opening.put("token", clients.token(persona));
            erika.say(opening);
            erika.hearsError("token-refused");
        }
    }

    @Test
    void atTheDeskNothingIsTakenFromStrangersAndCitizens() {
        try (ChatClient stranger = ChatClient.operator(clients.url(), schemas)) {
            stranger.say(Map.of("type", "presence", "state", "available", "capacity", 3));
            stranger.hearsError("unexpected");
            stranger.say(Map.of("type", "authenticate", "token", clients.token("citizen-high")));
            stranger.hearsError("token-refused");
            assertThat(stranger.hears("closed").path("reason").asString()).isEqualTo("refused");
            assertThat(stranger.closed()).isEqualTo(1000);
        }
    }

    @Test
    void pagesOfOtherSitesAreKeptOutOfTheDesk() {
        try (ChatClient foreign = ChatClient.operator(clients.url(), "https://evil.example", schemas)) {
            foreign.hearsError("origin");
            assertThat(foreign.closed()).isEqualTo(1000);
        }
    }

    @Test
    void aChatOfSomebodyElseDoesNotExistAtTheDesk() {
        ChatClient theo = scene.operator("teamlead");
        try (ChatClient erika = scene.citizen()) {
            JsonNode opened = scene.opened(erika, karin, "Guten Tag");
            theo.say(ChatScene.answer(opened, "d-1", "Ich misch mich ein"));
            theo.hearsError("unknown-chat");
            theo.say(ChatScene.of("accept", opened));
            theo.hearsError("taken");
            theo.say(ChatScene.of("close", opened));
            theo.hearsError("unknown-chat");
        } finally {
            ChatScene.leaves(theo);
        }
    }

    @Test
    void markupStaysTextAndMarksThatTurnTextAroundAreTakenOut() {
        try (ChatClient erika = scene.citizen()) {
            scene.opened(erika, karin, "Guten Tag");
            erika.say(ChatScene.message("m-1", "<img src=x onerror=alert(1)> gezahlt\u202E 0001 \u202CEuro"));
            erika.hears("acknowledged");
            karin.hears("message", ChatScene.saying("<img src=x onerror=alert(1)> gezahlt 0001 Euro"));
        }
    }

    @Test
    void whoSendsTooFastIsSlowedDownAndWhoGoesOnIsCutOff() {
        try (ChatClient erika = scene.citizen()) {
            IntStream.range(0, 400).forEach(_ -> erika.say(Map.of("type", "ping")));
            erika.hearsError("too-fast");
            assertThat(erika.hears("closed").path("reason").asString()).isEqualTo("flood");
            assertThat(erika.closed()).isEqualTo(1000);
        }
    }

    @Test
    void pingsOfTheProtocolCountLikeFrames() {
        try (ChatClient erika = scene.citizen()) {
            IntStream.range(0, 400).forEach(_ -> erika.ping());
            assertThat(erika.hears("closed").path("reason").asString()).isEqualTo("flood");
            assertThat(erika.closed()).isEqualTo(1000);
        }
    }

    @Test
    void pagesOfOtherSitesAreKeptOut() {
        assertThatThrownBy(() -> scene.citizen("https://evil.example")).isNotNull();
        clients.anybody()
                .get()
                .uri("/chat/v1/challenge")
                .header(HttpHeaders.ORIGIN, "https://evil.example")
                .exchange()
                .expectStatus()
                .isForbidden();
        try (ChatClient ours = scene.citizen("http://localhost:8080")) {
            ours.say(Map.of("type", "ping"));
            ours.hears("pong");
        }
    }

    @Test
    void theSocketAnswersNoPlainRequest() {
        var answer = clients.anybody()
                .get()
                .uri("/chat/v1")
                .attributes(ContractCheck.wrongOnPurpose())
                .exchange()
                .returnResult(String.class);
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void anUnknownQueueHasNoChat() {
        try (ChatClient erika = scene.citizen()) {
            Map<String, Object> opening = scene.opening("Guten Tag");
            opening.put("queue", "steuern");
            erika.say(opening);
            erika.hearsError("unknown-queue");
        }
    }
}
