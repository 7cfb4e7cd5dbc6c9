package de.stadttor.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the caseworkers' page does with what it is told, and with a network that breaks. */
@GatewayTest
class DeskChatTest {

    private static final String CHAT = "0192f5c4-7c1e-7a51-9d3e-6d1f0a2b4a01";
    private static final String OTHER = "0192f5c4-7c1e-7a51-9d3e-6d1f0a2b4a03";
    private static final String TICKET = "0192f5c4-7c1e-7a51-9d3e-6d1f0a2b4a02";
    private static final String AT = "2026-11-23T09:00:00Z";

    private static Chromium chromium;

    @Autowired
    private Clients clients;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext window;
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
    void logIn() {
        window = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("de-DE").setColorScheme(ColorScheme.LIGHT));
        page = window.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onDialog(dialog -> dialog.accept());
        wire = new Wire(page, "**/api/desk/v1/chats/socket");
        page.navigate(clients.url() + "/desk/chat");
        button("Als teamlead weiter").click();
        JsonNode authenticate = wire.hear("authenticate");
        assertThat(authenticate.path("token").asString()).contains(".");
        wire.say(operator("away", 3));
        assertThat(page.getByText("Sie haben Pause")).isVisible();
    }

    @AfterEach
    void closeWindow() {
        window.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aChatIsOfferedTakenAnsweredAndEnded() {
        button("Chats annehmen").click();
        assertThat(wire.hear("presence").path("state").asString()).isEqualTo("available");
        wire.say(operator("available", 3));
        wire.say(offered(CHAT));
        assertThat(page).hasTitle("(1) Chats");
        assertAccessible();
        page.getByText("Annehmen").click();
        assertThat(wire.hear("accept").path("chat").asString()).isEqualTo(CHAT);
        wire.say(assigned(CHAT, "Erika Mustermann"));
        wire.say(message(CHAT, 2, "citizen", "Wie lange ist er gültig? https://fremd.example/"));
        Locator room = room("Erika Mustermann: Personalausweis");
        assertThat(room.locator(".message")).containsText("https://fremd.example/");
        assertThat(room.locator(".message a")).hasCount(0);
        assertThat(wire.hear("read").path("position").asInt()).isEqualTo(2);
        assertThat(page).hasTitle("Chats");
        assertThat(room.getByLabel("Antwort", exactly())).isFocused();
        room.getByLabel("Antwort", exactly()).fill("Dann bis 2029.");
        room.getByLabel("Antwort", exactly()).press("Enter");
        JsonNode sent = wire.hear("message");
        assertThat(sent.path("chat").asString()).isEqualTo(CHAT);
        wire.say(message(CHAT, 3, "office", "Dann bis 2029."));
        wire.say(acknowledged(CHAT, sent, 3));
        assertThat(room.locator(".message.office")).hasCount(1);
        assertThat(room.locator(".message.office")).containsText("gespeichert");
        wire.say(Map.of("type", "read", "chat", CHAT, "position", 3));
        assertThat(room.locator(".message.office")).containsText("gelesen");
        assertAccessible();
        room.getByText("Chat beenden").click();
        room.getByText("Ja, beenden").click();
        wire.hear("close");
        wire.say(Map.of("type", "closed", "chat", CHAT, "reason", "office"));
        assertThat(room.getByText("Sie haben den Chat beendet.")).isVisible();
        room.getByText("Aus der Ansicht nehmen").click();
        assertThat(page.getByText("Sie haben keinen Chat.")).isVisible();
        assertThat(page.locator("#rooms")).isFocused();
    }

    @Test
    void severalChatsStandSideBySideAndAreToldApart() {
        wire.say(assigned(CHAT, "Erika Mustermann"));
        wire.say(assigned(OTHER, "Otto Andermann"));
        wire.say(message(OTHER, 7, "citizen", "Von Otto"));
        assertThat(room("Otto Andermann: Personalausweis").locator(".message")).containsText("Von Otto");
        assertThat(room("Erika Mustermann: Personalausweis").locator(".message"))
                .hasCount(0);
        wire.say(Map.of("type", "typing", "chat", CHAT, "on", true));
        assertThat(room("Erika Mustermann: Personalausweis").getByText("Bürgerin oder Bürger schreibt …"))
                .isVisible();
        page.setViewportSize(320, 640);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 320")).isEqualTo(true);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertAccessible();
    }

    @Test
    void whatWasNotAcknowledgedIsSentAgainAfterABreak() {
        button("Chats annehmen").click();
        wire.say(operator("available", 3));
        wire.say(assigned(CHAT, "Erika Mustermann"));
        wire.say(message(CHAT, 2, "citizen", "Guten Tag"));
        Locator answer = room("Erika Mustermann: Personalausweis").getByLabel("Antwort", exactly());
        answer.fill("Guten Morgen");
        answer.press("Enter");
        JsonNode sent = wire.hear("message");
        wire.cut();
        assertThat(page.locator("#notice")).containsText("Keine Verbindung.");
        JsonNode authenticate = wire.hear("authenticate");
        assertThat(authenticate.path("after").path(CHAT).asInt()).isEqualTo(2);
        wire.say(operator("away", 3));
        assertThat(wire.hear("presence").path("state").asString()).isEqualTo("available");
        wire.say(assigned(CHAT, "Erika Mustermann"));
        assertThat(wire.hear("message")).isEqualTo(sent);
        wire.say(acknowledged(CHAT, sent, 3));
        assertThat(page.locator("#notice")).isHidden();
        assertThat(page.getByText("gespeichert")).hasCount(1);
    }

    @Test
    void whoCouldNotBeLetInJustNowComesAgain() {
        wire.say(assigned(CHAT, "Erika Mustermann"));
        wire.say(message(CHAT, 2, "citizen", "Guten Tag"));
        Locator answer = room("Erika Mustermann: Personalausweis").getByLabel("Antwort", exactly());
        answer.fill("Guten Morgen");
        answer.press("Enter");
        wire.say(acknowledged(CHAT, wire.hear("message"), 4));
        assertThat(page.getByText("gespeichert")).hasCount(1);
        wire.cut();
        for (String code : List.of("busy", "internal")) {
            JsonNode authenticate = wire.hear("authenticate");
            assertThat(authenticate.path("after").path(CHAT).asInt()).isEqualTo(2);
            wire.say(ChatFrames.error(code));
        }
        assertThat(page.locator("#notice")).containsText("Keine Verbindung.");
        wire.hear("authenticate");
        wire.say(operator("away", 3));
        assertThat(page.locator("#notice")).isHidden();
    }

    @Test
    void whoGetsNoTokenJustNowAsksAgain() {
        page.evaluate("""
            async () => {
              const { ChatDesk } = await import("/pages/desk-chat-desk.js");
              let asked = 0;
              const token = async () => {
                if (++asked === 1) throw new Error("no provider");
                return "second";
              };
              new ChatDesk(token, () => {}).start();
            }
            """);
        assertThat(wire.hear("authenticate").path("token").asString()).isEqualTo("second");
    }

    @Test
    void aChatIsPassedOn() {
        wire.say(assigned(CHAT, "Erika Mustermann"));
        wire.say(message(CHAT, 2, "citizen", "Guten Tag"));
        Locator room = room("Erika Mustermann: Personalausweis");
        room.locator("summary").getByText("Weitergeben").click();
        room.getByLabel("An eine Warteschlange", exactly()).selectOption("steuern");
        button("Weitergeben: An eine Warteschlange").click();
        assertThat(wire.hear("transfer").path("to").path("queue").asString()).isEqualTo("steuern");
        wire.say(Map.of("type", "transferred", "chat", CHAT));
        assertThat(room.getByText("Der Chat ist weitergegeben.")).isVisible();
        wire.say(assigned(CHAT, "Erika Mustermann"));
        wire.say(message(CHAT, 3, "citizen", "Noch etwas"));
        assertThat(room.locator(".message .text")).hasText(new String[] {"Guten Tag", "Noch etwas"});
    }

    @Test
    void aTeamLeadSeesAQueueAndTakesFromIt() {
        page.getByText("Übersicht der Warteschlange").click();
        page.getByLabel("Warteschlange", new Page.GetByLabelOptions().setExact(true))
                .selectOption("buergerbuero");
        assertThat(wire.hear("watch").path("queue").asString()).isEqualTo("buergerbuero");
        Map<String, Object> waiting = new HashMap<>(Map.of("chat", OTHER, "since", AT));
        waiting.put("operator", null);
        wire.say(Map.of(
                "type",
                "overview",
                "queue",
                "buergerbuero",
                "waiting",
                List.of(waiting),
                "running",
                List.of(Map.of("chat", CHAT, "since", AT, "operator", "caseworker")),
                "operators",
                List.of(Map.of(
                        "subject", "caseworker",
                        "name", "Karin Sachbearbeiterin",
                        "state", "available",
                        "capacity", 3,
                        "busy", 1))));
        assertThat(page.getByText("Karin Sachbearbeiterin")).hasCount(3);
        assertAccessible();
        page.getByRole(AriaRole.ROW).getByText("Übernehmen").last().click();
        assertThat(wire.hear("accept").path("chat").asString()).isEqualTo(OTHER);
    }

    @Test
    void whoIsNotLetInIsTold() {
        wire.say(Map.of("type", "error", "code", "token-refused", "text", "Nein."));
        assertThat(page.locator("#notice")).containsText("Die Anmeldung gilt nicht mehr.");
    }

    private static Map<String, Object> operator(String state, int capacity) {
        return Map.of(
                "type",
                "operator",
                "subject",
                "teamlead",
                "name",
                "Theo Teamleiter",
                "state",
                state,
                "capacity",
                capacity,
                "queues",
                List.of("*"),
                "supervisor",
                true);
    }

    private static Map<String, Object> offered(String chat) {
        return Map.of(
                "type", "offered",
                "chat", chat,
                "ticket", TICKET,
                "queue", "buergerbuero",
                "language", "de",
                "since", AT,
                "until", "2026-11-23T09:00:30Z");
    }

    private static Map<String, Object> assigned(String chat, String name) {
        Map<String, Object> frame = new HashMap<>(offered(chat));
        frame.putAll(Map.of(
                "type",
                "assigned",
                "ticketNumber",
                "2026-000123-7",
                "subject",
                "Personalausweis",
                "name",
                name,
                "citizenHere",
                true,
                "citizenRead",
                0));
        frame.remove("until");
        return frame;
    }

    private static Map<String, Object> message(String chat, int position, String from, String text) {
        return Map.of(
                "type", "message",
                "chat", chat,
                "position", position,
                "from", from,
                "text", text,
                "at", AT,
                "files", List.of());
    }

    private static Map<String, Object> acknowledged(String chat, JsonNode sent, int position) {
        return Map.of(
                "type", "acknowledged",
                "chat", chat,
                "clientId", sent.path("clientId").asString(),
                "position", position,
                "at", AT);
    }

    private Locator room(String name) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(name));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private void assertAccessible() {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations()).as(page.url()).isEmpty();
    }
}
