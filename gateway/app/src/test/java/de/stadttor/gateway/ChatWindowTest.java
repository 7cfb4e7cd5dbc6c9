package de.stadttor.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.stadttor.gateway.ChatFrames.message;
import static de.stadttor.gateway.ChatFrames.opened;
import static de.stadttor.gateway.ChatFrames.receipt;
import static de.stadttor.gateway.ChatFrames.secret;
import static de.stadttor.gateway.ChatFrames.upload;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the chat's window does with what it is told. */
@GatewayTest
class ChatWindowTest {

    private static Chromium chromium;

    @Autowired
    private Clients clients;

    private ChatWindow window;
    private Page page;
    private Wire wire;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openWindow() {
        var options = new Browser.NewContextOptions().setLocale("de-DE").setColorScheme(ColorScheme.LIGHT);
        window = ChatWindow.open(chromium, clients, options);
        page = window.page();
        wire = window.wire();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void opensWithAProofAndTheFirstMessage() {
        page.getByLabel("Ihr Anliegen").fill(ChatWindow.CONCERN);
        page.getByLabel("E-Mail-Adresse").fill("erika@example.org");
        window.button("Chat beginnen").click();
        JsonNode open = wire.hear("open");
        assertThat(open.path("queue").asString()).isEqualTo("buergerbuero");
        assertThat(open.path("language").asString()).isEqualTo("de");
        assertThat(open.path("text").asString()).isEqualTo(ChatWindow.CONCERN);
        assertThat(open.path("email").asString()).isEqualTo("erika@example.org");
        assertThat(open.has("name")).isFalse();
        assertThat(new String(Base64.getDecoder().decode(open.path("proof").asString()), StandardCharsets.UTF_8))
                .contains("\"number\":");

        wire.say(opened(open));
        assertThat(wire.hear("keep").size()).isEqualTo(1);
        wire.say(Map.of("type", "waiting", "place", 3, "estimateSeconds", 140));
        assertThat(window.status()).hasText("Vor Ihnen warten noch 2. Es dauert etwa 3 Minuten.");
        wire.say(Map.of("type", "assigned", "name", "Bürgerbüro"));
        assertThat(window.status()).hasText("Sie sprechen mit Bürgerbüro.");
        assertThat(window.messages()).hasCount(1);
        assertThat(window.messages()).containsText("gespeichert");
        assertThat(page.getByText("Vorgang 2026-000123-7")).isVisible();
    }

    @Test
    void opensOneChatHoweverOftenTheAnswerIsLost() {
        page.getByLabel("Ihr Anliegen").fill(ChatWindow.CONCERN);
        window.button("Chat beginnen").click();
        JsonNode first = wire.hear("open");
        wire.cut();
        assertThat(wire.hear("open")).isEqualTo(first);
        page.reload();
        assertThat(wire.hear("open")).isEqualTo(first);
    }

    @Test
    void findsANewProofOnceAndThenSaysWhatIsWrong() {
        page.getByLabel("Ihr Anliegen").fill(ChatWindow.CONCERN);
        window.button("Chat beginnen").click();
        JsonNode first = wire.hear("open");
        wire.say(Map.of("type", "error", "code", "proof-expired", "text", "Zu alt."));
        JsonNode second = wire.hear("open");
        assertThat(second.path("clientId")).isEqualTo(first.path("clientId"));
        assertThat(second.path("proof")).isNotEqualTo(first.path("proof"));
        wire.say(Map.of("type", "error", "code", "too-many", "text", "Genug für heute."));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Genug für heute.");
        assertThat(page.getByLabel("Ihr Anliegen")).hasValue(ChatWindow.CONCERN);
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void sendsOnlyLaterWhatCameTooFast() {
        window.takeClock();
        window.chat();
        window.say("eins");
        JsonNode sent = wire.hear("message");
        window.say("zwei");
        wire.say(Map.of(
                "type",
                "error",
                "code",
                "too-fast",
                "text",
                "Langsamer.",
                "clientId",
                sent.path("clientId").asString()));
        page.clock().fastForward(3_000);
        assertThat(wire.hear("message")).isEqualTo(sent);
        assertThat(wire.holds("message")).isFalse();
        assertThat(page.getByText("Langsamer.")).isHidden();
    }

    @Test
    void saysThatAChatIsOverWhoseSecretIsWorthNothing() {
        window.chat();
        page.reload();
        wire.hear("resume");
        wire.say(Map.of("type", "error", "code", "resume-refused", "text", "Nein."));
        assertThat(page.getByText("Dieser Chat lässt sich nicht mehr fortsetzen."))
                .isVisible();
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
        assertThat(page.getByLabel("Ihr Anliegen")).isVisible();
    }

    @Test
    void isHeldByOneTabAtATime() {
        window.chat();
        Page other = window.anotherTab();
        Wire wireOfOther = window.wireOf(other);
        other.navigate(clients.url() + "/chat");
        assertThat(other.getByText("Dieser Chat ist in einem anderen Tab geöffnet."))
                .isVisible();
        other.getByText("Hier fortsetzen").click();
        JsonNode resume = wireOfOther.hear("resume");
        assertThat(resume.path("secret").asString()).isEqualTo(secret(1));
        assertThat(page.getByText("Dieser Chat ist in einem anderen Tab geöffnet."))
                .isVisible();
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void tellsWhoTypesAndWhatWasRead() {
        window.chat();
        wire.say(message(3, "office", "Guten Tag."));
        assertThat(wire.hear("read").path("position").asInt()).isEqualTo(3);
        wire.say(Map.of("type", "read", "position", 3));
        assertThat(window.messages().first()).containsText("gelesen");
        wire.say(Map.of("type", "typing", "on", true));
        assertThat(page.getByText("Bürgerbüro schreibt …")).isVisible();
        wire.say(message(4, "office", "Was kann ich für Sie tun?"));
        assertThat(page.getByText("Bürgerbüro schreibt …")).isHidden();
        page.getByLabel("Ihre Nachricht").pressSequentially("Ja");
        assertThat(wire.hear("typing").path("on").asBoolean()).isTrue();
        page.keyboard().press("Enter");
        assertThat(wire.hear("typing").path("on").asBoolean()).isFalse();
        assertThat(wire.hear("message").path("text").asString()).isEqualTo("Ja");
    }

    @Test
    void sendsAFileWithItsTicketAndTakesTheReceiptForAnAcknowledgement() {
        window.chat();
        List<String> tickets = new ArrayList<>();
        page.route("**/chat/v1/files", route -> {
            String clientId = route.request().headerValue("Upload-Ticket");
            tickets.add(clientId + " " + route.request().postData());
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(tickets.size() == 1 ? 503 : 201)
                    .setContentType("application/json")
                    .setBody(receipt(clientId)));
        });
        page.getByLabel("Datei anhängen")
                .setInputFiles(new FilePayload("ausweis.txt", "text/plain", "2019".getBytes(StandardCharsets.UTF_8)));
        JsonNode file = wire.hear("file");
        assertThat(file.path("name").asString()).isEqualTo("ausweis.txt");
        assertThat(file.path("size").asInt()).isEqualTo(4);
        String clientId = file.path("clientId").asString();
        wire.say(upload(clientId));
        assertThat(wire.hear("file")).isEqualTo(file);
        assertThat(window.messages().last()).containsText("wird gesendet");
        wire.say(upload(clientId));
        assertThat(window.messages().last()).containsText("gespeichert");
        assertThat(window.messages().last()).containsText("ausweis.txt");
        assertThat(tickets).containsExactly(clientId + " 2019", clientId + " 2019");
        window.forgive("503");
    }

    @Test
    void keepsWhatIsRefusedInSight() {
        window.chat();
        window.say("Zu viel");
        String clientId = wire.hear("message").path("clientId").asString();
        wire.say(Map.of("type", "error", "code", "invalid", "text", "So nicht.", "clientId", clientId));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("So nicht.");
        assertThat(window.messages().last()).containsText("nicht angenommen");
        window.assertAccessible();
        window.say("Weniger");
        assertThat(wire.hear("message").path("text").asString()).isEqualTo("Weniger");
    }

    @Test
    void endsWhenAskedTwiceAndIsRatedAfterwards() {
        window.chat();
        window.button("Chat beenden").click();
        assertThat(window.button("Weiter chatten")).isFocused();
        window.button("Ja, beenden").click();
        wire.hear("close");
        wire.say(Map.of("type", "closed", "reason", "citizen"));
        assertThat(window.status()).hasText("Sie haben den Chat beendet.");
        assertThat(page.getByText("Zum Vorgang")).hasAttribute("href", ChatFrames.ACCESS);
        window.assertAccessible();
        page.getByLabel("4 – zufrieden").check();
        page.getByLabel("Was sollen wir wissen?").fill("Freundlich.");
        window.button("Bewertung senden").click();
        wire.hear("resume");
        wire.say(Map.of(
                "type", "resumed", "chat", ChatFrames.CHAT, "secret", secret(2), "position", 2, "state", "closed"));
        JsonNode rate = wire.hear("rate");
        assertThat(rate.path("stars").asInt()).isEqualTo(4);
        assertThat(rate.path("comment").asString()).isEqualTo("Freundlich.");
        wire.say(Map.of("type", "rated"));
        assertThat(page.getByText("Danke für Ihre Bewertung.")).isVisible();
        window.button("Neuer Chat").click();
        assertThat(page.getByLabel("Ihr Anliegen")).isVisible();
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void saysWhatBecomesOfAMessageWhenNobodyComes() {
        page.getByLabel("Ihr Anliegen").fill(ChatWindow.CONCERN);
        window.button("Chat beginnen").click();
        wire.say(opened(wire.hear("open")));
        wire.say(Map.of(
                "type",
                "unattended",
                "reason",
                "nobody",
                "text",
                "Wir antworten später.",
                "opensAt",
                "2026-11-24T07:00:00Z"));
        wire.say(Map.of("type", "closed", "reason", "unattended"));
        assertThat(window.status())
                .containsText("Wir antworten später. Der Chat ist wieder offen: Dienstag, 24. November");
        assertThat(page.getByText("Zum Vorgang")).isVisible();
        assertThat(page.getByText("Wie zufrieden sind Sie?")).isHidden();
    }
}
