package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.web.bodies.Schemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** Citizens and caseworkers chat, over real connections. */
@GatewayTest
class ChatTest {

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

    @Test
    void everythingThatIsSaidIsAtTheTicketInItsOrder() {
        try (ChatClient erika = scene.citizen()) {
            JsonNode opened = scene.opened(erika, karin, "Wie lange gilt mein Ausweis?");
            erika.say(ChatScene.message("m-1", "Er ist von 2019."));
            JsonNode acknowledged = erika.hears("acknowledged");
            karin.hears("message", ChatScene.saying("Er ist von 2019."));
            karin.say(ChatScene.answer(opened, "d-1", "Dann bis 2029."));
            JsonNode answered = karin.hears("acknowledged");
            JsonNode answer = erika.hears("message", ChatScene.saying("Dann bis 2029."));

            assertThat(answer.path("position")).isEqualTo(answered.path("position"));
            assertThat(opened.path("position").asLong())
                    .isLessThan(acknowledged.path("position").asLong());
            assertThat(acknowledged.path("position").asLong())
                    .isLessThan(answer.path("position").asLong());
            assertThat(texts(ticket(opened)))
                    .containsExactly("Wie lange gilt mein Ausweis?", "Er ist von 2019.", "Dann bis 2029.");
            assertThat(erika.heard())
                    .noneMatch(frame -> frame.path("text").asString("").equals("Er ist von 2019."));
        }
    }

    @Test
    void aWaitingChatIsOfferedAndTheCitizenKnowsTheirPlace() {
        try (ChatClient erika = scene.citizen()) {
            erika.say(scene.opening("Guten Tag"));
            JsonNode opened = erika.hears("opened");
            assertThat(erika.hears("waiting").path("place").asInt()).isPositive();
            JsonNode offered = karin.hears("offered", ChatScene.of(opened));
            karin.say(ChatScene.of("decline", offered));
            karin.hears("withdrawn", ChatScene.of(opened));
            erika.say(Map.of("type", "close"));
            assertThat(erika.hears("closed").path("reason").asString()).isEqualTo("citizen");
            assertThat(erika.closed()).isEqualTo(1000);
        }
    }

    @Test
    void aCitizenWhoWasCutOffMissesNothingAndSeesNothingTwice() {
        JsonNode opened;
        long seen;
        try (ChatClient erika = scene.citizen()) {
            opened = scene.opened(erika, karin, "Guten Tag");
            erika.say(ChatScene.message("m-1", "Ja"));
            seen = erika.hears("acknowledged").path("position").asLong();
            erika.cut();
        }
        for (int i = 1; i <= 3; i++) {
            karin.say(ChatScene.answer(opened, "d-" + i, "Antwort " + i));
            karin.hears("acknowledged");
        }
        try (ChatClient erika = scene.citizen()) {
            erika.say(ChatScene.resume(opened, opened.path("secret").asString(), seen));
            JsonNode resumed = erika.hears("resumed");
            assertThat(resumed.path("state").asString()).isEqualTo("running");
            List<String> missed = List.of(
                    erika.hears("message").path("text").asString(),
                    erika.hears("message").path("text").asString(),
                    erika.hears("message").path("text").asString());
            assertThat(missed).containsExactly("Antwort 1", "Antwort 2", "Antwort 3");
            erika.say(Map.of("type", "keep"));
            erika.say(ChatScene.message("m-1", "Ja"));
            assertThat(erika.hears("acknowledged").path("position").asLong()).isEqualTo(seen);
            erika.say(ChatScene.message("m-2", "Ja"));
            assertThat(erika.hears("acknowledged").path("position").asLong()).isGreaterThan(seen);
            assertThat(texts(ticket(opened)))
                    .containsExactly("Guten Tag", "Ja", "Antwort 1", "Antwort 2", "Antwort 3", "Ja");
            try (ChatClient thief = scene.citizen()) {
                thief.say(ChatScene.resume(opened, opened.path("secret").asString(), 0));
                thief.hearsError("resume-refused");
                assertThat(thief.heard()).isEmpty();
            }
        }
    }

    @Test
    void whoComesBackFromElsewhereTakesTheChatOver() {
        try (ChatClient here = scene.citizen();
                ChatClient there = scene.citizen()) {
            JsonNode opened = scene.opened(here, karin, "Guten Tag");
            there.say(ChatScene.resume(opened, opened.path("secret").asString(), 0));
            there.hears("resumed");
            assertThat(here.hears("closed").path("reason").asString()).isEqualTo("elsewhere");
            there.say(ChatScene.message("m-1", "Jetzt hier."));
            there.hears("acknowledged");
        }
    }

    @Test
    void theSameOpeningTwiceIsOneChat() {
        try (ChatClient here = scene.citizen();
                ChatClient there = scene.citizen()) {
            Map<String, Object> opening = scene.opening("Guten Tag");
            here.say(opening);
            JsonNode first = here.hears("opened");
            there.say(opening);
            JsonNode second = there.hears("opened");
            assertThat(second.path("chat")).isEqualTo(first.path("chat"));
            assertThat(second.path("accessUrl")).isEqualTo(first.path("accessUrl"));
            assertThat(second.path("secret")).isNotEqualTo(first.path("secret"));
        }
    }

    @Test
    void eachSideSeesWhetherTheOtherOneWritesAndReads() {
        try (ChatClient erika = scene.citizen()) {
            JsonNode opened = scene.opened(erika, karin, "Guten Tag");
            karin.say(Map.of("type", "typing", "chat", opened.path("chat").asString(), "on", true));
            assertThat(erika.hears("typing").path("on").asBoolean()).isTrue();
            erika.say(Map.of("type", "typing", "on", true));
            karin.hears("typing", ChatScene.of(opened));
            karin.say(Map.of("type", "read", "chat", opened.path("chat").asString(), "position", 1));
            assertThat(erika.hears("read").path("position").asInt()).isEqualTo(1);
            erika.say(Map.of("type", "read", "position", 1));
            assertThat(karin.hears("read", ChatScene.of(opened))
                            .path("position")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void aFileComesWithATicketOfItsOwn() {
        try (ChatClient erika = scene.citizen()) {
            JsonNode opened = scene.opened(erika, karin, "Guten Tag");
            erika.say(Map.of("type", "file", "clientId", "f-1", "name", "a.txt", "mediaType", "text/plain", "size", 5));
            String upload = erika.hears("upload").path("ticket").asString();
            JsonNode sent = send(upload, "hallo");
            assertThat(erika.hears("message", frame -> frame.path("files").size() == 1)
                            .path("position"))
                    .isEqualTo(sent.path("position"));
            karin.hears("message", frame -> frame.path("files").size() == 1);
            assertThat(send(upload, "hallo").path("position")).isEqualTo(sent.path("position"));
            clients.anybody()
                    .post()
                    .uri("/chat/v1/files")
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header("Upload-Ticket", upload)
                    .bodyValue("zu lang")
                    .exchange()
                    .expectStatus()
                    .is4xxClientError();
            clients.anybody()
                    .post()
                    .uri("/chat/v1/files")
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header("Upload-Ticket", "x" + upload)
                    .bodyValue("hallo")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            assertThat(texts(ticket(opened))).containsExactly("Guten Tag", "a.txt");
        }
    }

    private JsonNode send(String ticket, String bytes) {
        return Desk.body(clients.anybody()
                .post()
                .uri("/chat/v1/files")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Upload-Ticket", ticket)
                .bodyValue(bytes)
                .exchange()
                .expectStatus()
                .isCreated());
    }

    @Test
    void theLastWordArrivesBeforeTheEndAndTheChatCanBeRatedOnce() {
        try (ChatClient erika = scene.citizen();
                ChatClient later = scene.citizen()) {
            JsonNode opened = scene.opened(erika, karin, "Guten Tag");
            karin.say(ChatScene.answer(opened, "d-1", "Auf Wiedersehen"));
            karin.say(ChatScene.of("close", opened));
            assertThat(erika.hears("closed").path("reason").asString()).isEqualTo("office");
            erika.hears("message", ChatScene.saying("Auf Wiedersehen"));
            karin.hears("closed", ChatScene.of(opened));
            later.say(ChatScene.resume(opened, opened.path("secret").asString(), 0));
            assertThat(later.hears("resumed").path("state").asString()).isEqualTo("closed");
            later.hears("message", ChatScene.saying("Auf Wiedersehen"));
            later.say(Map.of("type", "rate", "stars", 5, "comment", "Danke"));
            later.hears("rated");
            later.say(Map.of("type", "rate", "stars", 1));
            later.hearsError("already");
            later.say(ChatScene.message("m-9", "Noch etwas"));
            later.hearsError("over");
        }
    }

    @Test
    void theTicketOfAFileIsGoodForNothingWhenTheChatIsOver() {
        try (ChatClient erika = scene.citizen()) {
            scene.opened(erika, karin, "Guten Tag");
            erika.say(Map.of("type", "file", "clientId", "f-1", "name", "a.txt", "mediaType", "text/plain", "size", 5));
            String upload = erika.hears("upload").path("ticket").asString();
            erika.say(Map.of("type", "close"));
            erika.hears("closed");
            clients.anybody()
                    .post()
                    .uri("/chat/v1/files")
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header("Upload-Ticket", upload)
                    .bodyValue("hallo")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(409);
        }
    }

    @Test
    void aChatThatIsPassedOnAndComesBackIsToldOfInThatOrderAndNothingTwice() {
        try (ChatClient erika = scene.citizen()) {
            JsonNode opened = scene.opened(erika, karin, "Guten Tag");
            karin.hears("message", ChatScene.saying("Guten Tag"));
            karin.say(Map.of(
                    "type", "transfer",
                    "chat", opened.path("chat").asString(),
                    "to", Map.of("queue", ChatScene.QUEUE)));
            karin.hears("transferred", ChatScene.of(opened));
            erika.hears("transferred");
            karin.say(ChatScene.of("accept", opened));
            karin.hears("assigned", ChatScene.of(opened));
            erika.say(ChatScene.message("m-2", "Noch da?"));
            karin.hears("message", ChatScene.saying("Noch da?"));
            assertThat(karin.heard()).noneMatch(ChatScene.saying("Guten Tag"));
        }
    }

    @Test
    void aChatFollowsItsTicketToAnotherQueue() {
        try (ChatClient erika = scene.citizen()) {
            erika.say(scene.opening("Guten Tag"));
            JsonNode opened = erika.hears("opened");
            erika.hears("waiting");
            move(ticket(opened), "it-support");
            erika.hears("transferred");
            erika.hears("waiting");
        }
    }

    @Test
    void aChatIsHandedToAColleagueWhoSeesWhatWasSaid() {
        ChatClient theo = scene.operator("teamlead");
        try (ChatClient erika = scene.citizen()) {
            JsonNode opened = scene.opened(erika, karin, "Guten Tag");
            karin.say(Map.of(
                    "type", "transfer",
                    "chat", opened.path("chat").asString(),
                    "to", Map.of("operator", "teamlead")));
            karin.hears("transferred", ChatScene.of(opened));
            theo.hears("assigned", ChatScene.of(opened));
            theo.hears("message", ChatScene.saying("Guten Tag"));
            erika.hears("transferred");
            erika.hears("assigned");
            karin.say(ChatScene.answer(opened, "d-1", "Noch ich"));
            karin.hearsError("unknown-chat");
            theo.say(ChatScene.answer(opened, "d-1", "Jetzt ich"));
            erika.hears("message", ChatScene.saying("Jetzt ich"));
        } finally {
            ChatScene.leaves(theo);
        }
    }

    @Test
    void aTeamLeadSeesWhatGoesOn() {
        ChatClient theo = scene.operator("teamlead");
        try (ChatClient erika = scene.citizen()) {
            theo.say(Map.of("type", "watch", "queue", ChatScene.QUEUE));
            JsonNode opened = scene.opened(erika, karin, "Guten Tag");
            JsonNode overview = theo.hears(
                    "overview",
                    frame -> StreamSupport.stream(frame.path("running").spliterator(), false)
                            .anyMatch(ChatScene.of(opened)));
            assertThat(overview.path("operators").size()).isGreaterThanOrEqualTo(2);
            karin.say(Map.of("type", "watch", "queue", ChatScene.QUEUE));
            karin.hearsError("not-allowed");
        } finally {
            ChatScene.leaves(theo);
        }
    }

    @Test
    void aCitizenWhoIsLoggedInNeedsNoWorkAndChatsAboutATicketOfTheirOwn() {
        try (ChatClient hanna = scene.citizen();
                ChatClient thief = scene.citizen()) {
            Map<String, Object> opening = scene.opening("Guten Tag, ich bin es");
            opening.remove("proof");
            opening.put("token", clients.token("citizen-high"));
            hanna.say(opening);
            JsonNode opened = hanna.hears("opened");
            assertThat(opened.path("accessUrl").isNull()).isTrue();
            assertThat(opened.path("expiresAt").isNull()).isFalse();
            thief.say(ChatScene.resume(opened, opened.path("secret").asString(), 0));
            thief.hearsError("token-refused");
            Map<String, Object> resume =
                    new HashMap<>(ChatScene.resume(opened, opened.path("secret").asString(), 0));
            resume.put("token", clients.token("other-citizen"));
            thief.say(resume);
            thief.hearsError("token-refused");
            assertThat(Desk.body(clients.as("citizen-high")
                                    .get()
                                    .uri("/api/citizen/v1/tickets")
                                    .exchange())
                            .path("items"))
                    .anyMatch(ticket -> ticket.path("number").equals(opened.path("ticketNumber")));
        }
    }

    @Test
    void aColleaguesReplyFromTheTicketArrivesInTheChatAsWell() {
        try (ChatClient erika = scene.citizen()) {
            JsonNode opened = scene.opened(erika, karin, "Guten Tag");
            new Desk(clients).reply(ticket(opened), Map.of("text", "Vom Fall aus."));
            erika.hears("message", ChatScene.saying("Vom Fall aus."));
            karin.hears("message", ChatScene.saying("Vom Fall aus."));
        }
    }

    private void move(String ticket, String queue) {
        var desk = new Desk(clients);
        desk.change(ticket, desk.read(ticket).path("version").asLong(), Map.of("queue", queue))
                .expectStatus()
                .isOk();
    }

    private String ticket(JsonNode opened) {
        return Desk.body(clients.as("caseworker")
                        .get()
                        .uri("/api/desk/v1/tickets?limit=100")
                        .exchange())
                .path("items")
                .valueStream()
                .filter(item -> item.path("number").equals(opened.path("ticketNumber")))
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private List<String> texts(String ticket) {
        return new Desk(clients)
                .read(ticket)
                .path("messages")
                .valueStream()
                .map(message -> message.path("text").asString())
                .toList();
    }
}
