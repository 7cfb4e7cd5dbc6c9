package de.stadttor.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.stadttor.gateway.ChatFrames.acknowledged;
import static de.stadttor.gateway.ChatFrames.error;
import static de.stadttor.gateway.ChatFrames.message;
import static de.stadttor.gateway.ChatFrames.receipt;
import static de.stadttor.gateway.ChatFrames.resumed;
import static de.stadttor.gateway.ChatFrames.secret;
import static de.stadttor.gateway.ChatFrames.upload;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How the chat's window comes back when the network breaks at the worst moment, and what of it is lost: nothing. */
@GatewayTest
class ChatWindowReturnTest {

    private static final long LONGEST_WAIT = 30_000;

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
    void sendsAgainUnderTheSameNameWhatWasNotAcknowledged() {
        window.chat();
        window.say("Er wurde 2019 ausgestellt.");
        JsonNode sent = wire.hear("message");
        wire.cut();
        assertThat(window.status()).containsText("Keine Verbindung.");
        window.say("Im Mai.");
        JsonNode resume = wire.hear("resume");
        assertThat(resume.path("chat").asString()).isEqualTo(ChatFrames.CHAT);
        assertThat(resume.path("secret").asString()).isEqualTo(secret(1));
        assertThat(resume.path("after").asInt()).isEqualTo(2);
        wire.say(resumed(secret(2), 4));
        wire.hear("keep");
        wire.say(message(3, "office", "Wann wurde er ausgestellt?"));
        wire.say(message(4, "citizen", "Er wurde 2019 ausgestellt."));
        assertThat(wire.hear("message")).isEqualTo(sent);
        assertThat(wire.holds("message")).isFalse();
        wire.say(acknowledged(sent, 4));
        JsonNode next = wire.hear("message");
        assertThat(next.path("text").asString()).isEqualTo("Im Mai.");
        wire.say(acknowledged(next, 5));
        assertThat(page.locator(".message .text")).hasText(new String[] {
            ChatWindow.CONCERN, "Wann wurde er ausgestellt?", "Er wurde 2019 ausgestellt.", "Im Mai."
        });
        assertThat(page.getByText("wird gesendet")).hasCount(0);
    }

    @Test
    void comesBackWhenANetworkHasVanishedWithoutAWord() {
        window.takeClock();
        window.chat();
        page.clock().fastForward(20_000);
        wire.hear("ping");
        wire.say(Map.of("type", "pong"));
        page.clock().fastForward(19_000);
        assertThat(wire.holds("ping")).isFalse();
        page.clock().fastForward(1_000);
        wire.hear("ping");
        page.clock().fastForward(10_000);
        assertThat(window.status()).containsText("Keine Verbindung.");
        page.clock().fastForward(1_000);
        wire.hear("resume");
    }

    @Test
    void comesBackEverMoreSlowlyWhileTheServerIsOutOfOrder() {
        window.takeClock();
        window.chat();
        wire.cut();
        for (String code : List.of("busy", "internal", "too-fast", "blocked", "busy", "internal")) {
            assertThat(window.status()).containsText("Keine Verbindung.");
            page.clock().fastForward(LONGEST_WAIT);
            wire.hear("resume");
            wire.say(error(code));
        }
        assertWaits(10_000);
        page.clock().fastForward(LONGEST_WAIT);
        wire.hear("resume");
        wire.say(resumed(secret(2), 2));
        assertThat(window.status()).hasText("Sie sprechen mit Bürgerbüro.");
        assertThat(page.getByText("Gerade nicht.")).isHidden();
    }

    @Test
    void forgetsFailuresOnlyWhenAConnectionHasLasted() {
        window.takeClock();
        window.chat();
        wire.cut();
        for (int secret = 2; secret < 8; secret++) {
            assertThat(window.status()).containsText("Keine Verbindung.");
            comeBack(secret);
            wire.say(Map.of("type", "closed", "reason", "going-away"));
            wire.cut();
        }
        assertThat(window.status()).containsText("Keine Verbindung.");
        assertWaits(10_000);
        comeBack(8);
        page.clock().fastForward(10_000);
        wire.cut();
        assertThat(window.status()).containsText("Keine Verbindung.");
        page.clock().fastForward(500);
        wire.hear("resume");
    }

    @Test
    void missesNothingThatAnAcknowledgementOvertook() {
        window.chat();
        window.say("Er wurde 2019 ausgestellt.");
        wire.say(acknowledged(wire.hear("message"), 4));
        assertThat(window.messages().getByText("gespeichert")).hasCount(2);
        wire.cut();
        assertThat(wire.hear("resume").path("after").asInt()).isEqualTo(2);
        wire.say(resumed(secret(2), 4));
        wire.say(message(3, "office", "Wann wurde er ausgestellt?"));
        wire.say(message(4, "citizen", "Er wurde 2019 ausgestellt."));
        assertThat(page.locator(".message .text"))
                .hasText(new String[] {ChatWindow.CONCERN, "Wann wurde er ausgestellt?", "Er wurde 2019 ausgestellt."});
    }

    @Test
    void goesOnAfterAReloadWithTheNewestSecretAndWhatWasNotSent() {
        window.chat();
        window.say("Er wurde 2019 ausgestellt.");
        JsonNode sent = wire.hear("message");
        page.reload();
        JsonNode resume = wire.hear("resume");
        assertThat(resume.path("after").asInt()).isZero();
        wire.say(resumed(secret(2), 2));
        wire.say(message(2, "citizen", ChatWindow.CONCERN));
        assertThat(wire.hear("message")).isEqualTo(sent);
        page.reload();
        assertThat(wire.hear("resume").path("secret").asString()).isEqualTo(secret(2));
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }

    @Test
    void sendsAFileAnewWhoseTicketDiedWithItsConnection() {
        window.chat();
        List<Route> uploads = new ArrayList<>();
        page.route("**/chat/v1/files", uploads::add);
        page.getByLabel("Datei anhängen")
                .setInputFiles(new FilePayload("ausweis.txt", "text/plain", "2019".getBytes(StandardCharsets.UTF_8)));
        JsonNode file = wire.hear("file");
        String clientId = file.path("clientId").asString();
        wire.say(upload(clientId));
        page.waitForCondition(() -> uploads.size() == 1);
        wire.cut();
        wire.hear("resume");
        wire.say(resumed(secret(2), 2));
        assertThat(wire.hear("file")).isEqualTo(file);
        page.waitForResponse(
                response -> response.status() == 403,
                () -> uploads.getFirst().fulfill(new Route.FulfillOptions().setStatus(403)));
        wire.say(upload(clientId));
        page.waitForCondition(() -> uploads.size() == 2);
        assertThat(window.messages().last()).containsText("wird gesendet");
        ChatWindow.answer(uploads.getLast(), receipt(clientId));
        assertThat(window.messages().last()).containsText("gespeichert");
        assertThat(window.messages()).hasCount(2);
        window.forgive("403");
    }

    private void comeBack(int secret) {
        page.clock().fastForward(LONGEST_WAIT);
        wire.hear("resume");
        wire.say(resumed(secret(secret), 2));
        wire.hear("keep");
    }

    /** Nobody comes within this time, in milliseconds. */
    private void assertWaits(long time) {
        int before = wire.connections();
        page.clock().fastForward(time);
        assertThat(wire.connections()).isEqualTo(before);
    }
}
