package de.stadttor.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the chat's window does with what it is told, and with a network that breaks at the worst moment. */
@GatewayTest
class ChatWindowTest {

    private static final String CHAT = "0192f5c4-7c1e-7a51-9d3e-6d1f0a2b4a01";
    private static final String CONCERN = "Wie lange ist mein Ausweis noch gültig?";

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
    void openWindow() {
        open(new Browser.NewContextOptions().setLocale("de-DE").setColorScheme(ColorScheme.LIGHT));
    }

    @AfterEach
    void closeWindow() {
        window.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void opensWithAProofAndTheFirstMessage() {
        page.getByLabel("Ihr Anliegen").fill(CONCERN);
        page.getByLabel("E-Mail-Adresse").fill("erika@example.org");
        button("Chat beginnen").click();
        JsonNode open = wire.hear("open");
        assertThat(open.path("queue").asString()).isEqualTo("buergerbuero");
        assertThat(open.path("language").asString()).isEqualTo("de");
        assertThat(open.path("text").asString()).isEqualTo(CONCERN);
        assertThat(open.path("email").asString()).isEqualTo("erika@example.org");
        assertThat(open.has("name")).isFalse();
        assertThat(new String(Base64.getDecoder().decode(open.path("proof").asString()), StandardCharsets.UTF_8))
                .contains("\"number\":");

        wire.say(opened(open));
        assertThat(wire.hear("keep").size()).isEqualTo(1);
        wire.say(Map.of("type", "waiting", "place", 3, "estimateSeconds", 140));
        assertThat(status()).hasText("Vor Ihnen warten noch 2. Es dauert etwa 3 Minuten.");
        wire.say(Map.of("type", "assigned", "name", "Bürgerbüro"));
        assertThat(status()).hasText("Sie sprechen mit Bürgerbüro.");
        assertThat(messages()).hasCount(1);
        assertThat(messages()).containsText("gespeichert");
        assertThat(page.getByText("Vorgang 2026-000123-7")).isVisible();
    }

    @Test
    void asksForWhatIsMissingWhereItIsMissing() {
        page.getByLabel("E-Mail-Adresse").fill("erika");
        button("Chat beginnen").click();
        Locator concern = page.getByLabel("Ihr Anliegen");
        assertThat(concern).isFocused();
        assertThat(concern).hasAttribute("aria-invalid", "true");
        assertThat(concern).hasAccessibleDescription("Bitte schreiben Sie, worum es geht.");
        assertThat(page.getByText("Bitte prüfen Sie die E-Mail-Adresse.")).isVisible();
        assertAccessible();
        assertThat(wire.holds("open")).isFalse();
    }

    @Test
    void opensOneChatHoweverOftenTheAnswerIsLost() {
        page.getByLabel("Ihr Anliegen").fill(CONCERN);
        button("Chat beginnen").click();
        JsonNode first = wire.hear("open");
        wire.cut();
        assertThat(wire.hear("open")).isEqualTo(first);
        page.reload();
        assertThat(wire.hear("open")).isEqualTo(first);
    }

    @Test
    void sendsAgainUnderTheSameNameWhatWasNotAcknowledged() {
        chat();
        say("Er wurde 2019 ausgestellt.");
        JsonNode sent = wire.hear("message");
        wire.cut();
        assertThat(status()).containsText("Keine Verbindung.");
        say("Im Mai.");
        JsonNode resume = wire.hear("resume");
        assertThat(resume.path("chat").asString()).isEqualTo(CHAT);
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
        assertThat(page.locator(".message .text"))
                .hasText(new String[] {CONCERN, "Wann wurde er ausgestellt?", "Er wurde 2019 ausgestellt.", "Im Mai."});
        assertThat(page.getByText("wird gesendet")).hasCount(0);
    }

    @Test
    void comesBackWhenANetworkHasVanishedWithoutAWord() {
        page.clock().install();
        page.reload();
        chat();
        page.clock().fastForward(20_000);
        wire.hear("ping");
        wire.say(Map.of("type", "pong"));
        page.clock().fastForward(19_000);
        assertThat(wire.holds("ping")).isFalse();
        page.clock().fastForward(1_000);
        wire.hear("ping");
        page.clock().fastForward(10_000);
        assertThat(status()).containsText("Keine Verbindung.");
        page.clock().fastForward(1_000);
        wire.hear("resume");
    }

    @Test
    void goesOnAfterAReloadWithTheNewestSecretAndWhatWasNotSent() {
        chat();
        say("Er wurde 2019 ausgestellt.");
        JsonNode sent = wire.hear("message");
        page.reload();
        JsonNode resume = wire.hear("resume");
        assertThat(resume.path("after").asInt()).isZero();
        wire.say(resumed(secret(2), 2));
        wire.say(message(2, "citizen", CONCERN));
        assertThat(wire.hear("message")).isEqualTo(sent);
        page.reload();
        assertThat(wire.hear("resume").path("secret").asString()).isEqualTo(secret(2));
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }

    @Test
    void saysThatAChatIsOverWhoseSecretIsWorthNothing() {
        chat();
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
        chat();
        Page other = window.newPage();
        Wire wireOfOther = listen(other);
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
    void showsTextAsTextWhateverIsInIt() {
        chat();
        wire.say(message(3, "office", "<img src=x onerror=alert(1)>\u202Eevil https://stadt.test/ausweis."));
        assertThat(page.locator(".message.office .text"))
                .hasText("<img src=x onerror=alert(1)>\u202Eevil https://stadt.test/ausweis.");
        assertThat(page.locator(".message img")).hasCount(0);
        assertThat(page.locator(".message a")).hasAttribute("href", "https://stadt.test/ausweis");
        assertThat(page.locator(".message a")).hasAttribute("rel", "noopener noreferrer nofollow");
    }

    @Test
    void tellsWhoTypesAndWhatWasRead() {
        chat();
        wire.say(message(3, "office", "Guten Tag."));
        assertThat(wire.hear("read").path("position").asInt()).isEqualTo(3);
        wire.say(Map.of("type", "read", "position", 3));
        assertThat(messages().first()).containsText("gelesen");
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
        chat();
        List<String> tickets = new ArrayList<>();
        page.route("**/chat/v1/files", route -> {
            String clientId = route.request().headerValue("Upload-Ticket");
            tickets.add(clientId + " " + route.request().postData());
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(tickets.size() == 1 ? 503 : 201)
                    .setContentType("application/json")
                    .setBody("""
                        {"clientId": "%s", "position": 3, "at": "2026-11-23T09:00:40Z"}
                        """.formatted(clientId)));
        });
        page.getByLabel("Datei anhängen")
                .setInputFiles(new FilePayload("ausweis.txt", "text/plain", "2019".getBytes(StandardCharsets.UTF_8)));
        JsonNode file = wire.hear("file");
        assertThat(file.path("name").asString()).isEqualTo("ausweis.txt");
        assertThat(file.path("size").asInt()).isEqualTo(4);
        String clientId = file.path("clientId").asString();
        Map<String, String> ticket =
                Map.of("type", "upload", "clientId", clientId, "url", "/chat/v1/files", "ticket", clientId);
        wire.say(ticket);
        assertThat(wire.hear("file")).isEqualTo(file);
        assertThat(messages().last()).containsText("wird gesendet");
        wire.say(ticket);
        assertThat(messages().last()).containsText("gespeichert");
        assertThat(messages().last()).containsText("ausweis.txt");
        assertThat(tickets).containsExactly(clientId + " 2019", clientId + " 2019");
        complaints.removeIf(complaint -> complaint.contains("503"));
    }

    @Test
    void keepsWhatIsRefusedInSight() {
        chat();
        say("Zu viel");
        String clientId = wire.hear("message").path("clientId").asString();
        wire.say(Map.of("type", "error", "code", "invalid", "text", "So nicht.", "clientId", clientId));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("So nicht.");
        assertThat(messages().last()).containsText("nicht angenommen");
        assertAccessible();
        say("Weniger");
        assertThat(wire.hear("message").path("text").asString()).isEqualTo("Weniger");
    }

    @Test
    void endsWhenAskedTwiceAndIsRatedAfterwards() {
        chat();
        button("Chat beenden").click();
        assertThat(button("Weiter chatten")).isFocused();
        button("Ja, beenden").click();
        wire.hear("close");
        wire.say(Map.of("type", "closed", "reason", "citizen"));
        assertThat(status()).hasText("Sie haben den Chat beendet.");
        assertThat(page.getByText("Zum Vorgang")).hasAttribute("href", clients.url() + "/fall#geheim");
        assertAccessible();
        page.getByLabel("4 – zufrieden").check();
        page.getByLabel("Was sollen wir wissen?").fill("Freundlich.");
        button("Bewertung senden").click();
        wire.hear("resume");
        wire.say(Map.of("type", "resumed", "chat", CHAT, "secret", secret(2), "position", 2, "state", "closed"));
        JsonNode rate = wire.hear("rate");
        assertThat(rate.path("stars").asInt()).isEqualTo(4);
        assertThat(rate.path("comment").asString()).isEqualTo("Freundlich.");
        wire.say(Map.of("type", "rated"));
        assertThat(page.getByText("Danke für Ihre Bewertung.")).isVisible();
        button("Neuer Chat").click();
        assertThat(page.getByLabel("Ihr Anliegen")).isVisible();
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void saysWhatBecomesOfAMessageWhenNobodyComes() {
        page.getByLabel("Ihr Anliegen").fill(CONCERN);
        button("Chat beginnen").click();
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
        assertThat(status()).containsText("Wir antworten später. Der Chat ist wieder offen: Dienstag, 24. November");
        assertThat(page.getByText("Zum Vorgang")).isVisible();
        assertThat(page.getByText("Wie zufrieden sind Sie?")).isHidden();
    }

    @Test
    void isUsedWithTheKeyboardAlone() {
        page.navigate(clients.url() + "/chat?floating");
        page.locator(".launcher").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Ihr Anliegen")).isFocused();
        page.keyboard().type(CONCERN);
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Tab");
        }
        assertThat(button("Chat beginnen")).isFocused();
        page.keyboard().press("Enter");
        wire.say(opened(wire.hear("open")));
        assertThat(page.getByLabel("Ihre Nachricht")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".launcher")).isFocused();
        wire.say(message(3, "office", "Guten Tag."));
        assertThat(page.locator(".launcher")).containsText("1 ungelesen");
        assertThat(wire.holds("read")).isFalse();
        page.keyboard().press("Enter");
        assertThat(wire.hear("read").path("position").asInt()).isEqualTo(3);
    }

    @Test
    void changesTheLanguageWithoutLosingAnything() {
        page.getByLabel("Ihr Anliegen").fill(CONCERN);
        button("English").click();
        assertThat(page.getByLabel("Your concern")).hasValue(CONCERN);
        button("Start the chat").click();
        JsonNode open = wire.hear("open");
        assertThat(open.path("language").asString()).isEqualTo("en");
        wire.say(opened(open));
        page.getByLabel("Your message").fill("half");
        button("Deutsch").click();
        assertThat(page.getByLabel("Ihre Nachricht")).hasValue("half");
        assertThat(messages()).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void barsNobodyByDayAndByNightOnASmallScreen(ColorScheme scheme) {
        window.close();
        open(new Browser.NewContextOptions()
                .setLocale("de-DE")
                .setColorScheme(scheme)
                .setViewportSize(320, 640));
        assertAccessible();
        chat();
        wire.say(message(3, "office", "Guten Tag."));
        assertThat(messages()).hasCount(2);
        assertAccessible();
        page.navigate(clients.url() + "/chat?floating");
        page.locator(".launcher").click();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertAccessible();
    }

    /**
     * Another origin, over TLS, whose policy allows nothing but us, and no addresses for scripts that are made of text.
     */
    @Test
    void worksOnAPageOfAnotherOriginWithTheStrictestPolicy() {
        String site = "https://www.stadt.test/";
        window.grantPermissions(List.of("local-network-access"));
        page.route("**/chat/v1/challenge", route -> answer(route, challenge()));
        page.route(
                site,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setHeaders(Map.of(
                                "Content-Security-Policy",
                                "default-src 'none'; script-src %1$s; connect-src %1$s %2$s; require-trusted-types-for 'script'"
                                        .formatted(clients.url(), clients.url().replace("http", "ws"))))
                        .setBody("""
                            <!DOCTYPE html><html lang="en"><title>Stadt</title>
                            <script type="module" src="%s/chat/stadttor-chat.js"></script>
                            <stadttor-chat queue="buergerbuero"></stadttor-chat>
                            """.formatted(clients.url()))));
        page.navigate(site);
        page.getByLabel("Your concern").fill(CONCERN);
        button("Start the chat").click();
        JsonNode open = wire.hear("open");
        assertThat(open.path("proof").asString()).isNotEmpty();
        wire.say(opened(open));
        assertThat(messages()).containsText("stored");
        complaints.removeIf(complaint -> complaint.contains("TrustedScriptURL"));
    }

    private void open(Browser.NewContextOptions options) {
        window = chromium.browser().newContext(options);
        page = window.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        wire = listen(page);
        page.navigate(clients.url() + "/chat");
        assertThat(button("Chat beginnen")).isVisible();
    }

    private Wire listen(Page listening) {
        listening.route("**/chat/v1/queues/*", route -> answer(route, """
            {"queue": "buergerbuero", "title": "Bürgerbüro", "state": "open", "waiting": 0,
             "estimateSeconds": null, "opensAt": null}
            """));
        return new Wire(listening, "**/chat/v1");
    }

    private String challenge() {
        return Desk.body(clients.anybody()
                        .get()
                        .uri("/chat/v1/challenge")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .toString();
    }

    private static void answer(Route route, String json) {
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                .setBody(json));
    }

    /** A chat that somebody has taken. */
    private void chat() {
        page.getByLabel("Ihr Anliegen").fill(CONCERN);
        button("Chat beginnen").click();
        wire.say(opened(wire.hear("open")));
        wire.say(Map.of("type", "assigned", "name", "Bürgerbüro"));
        assertThat(status()).hasText("Sie sprechen mit Bürgerbüro.");
    }

    private void say(String text) {
        page.getByLabel("Ihre Nachricht").fill(text);
        button("Senden").click();
    }

    private Map<String, Object> opened(JsonNode open) {
        return Map.of(
                "type",
                "opened",
                "clientId",
                open.path("clientId").asString(),
                "chat",
                CHAT,
                "ticketNumber",
                "2026-000123-7",
                "accessUrl",
                clients.url() + "/fall#geheim",
                "secret",
                secret(1),
                "position",
                2,
                "at",
                "2026-11-23T09:00:00Z");
    }

    private static Map<String, Object> resumed(String secret, int position) {
        return Map.of("type", "resumed", "chat", CHAT, "secret", secret, "position", position, "state", "running");
    }

    private static Map<String, Object> message(int position, String from, String text) {
        return Map.of(
                "type",
                "message",
                "position",
                position,
                "from",
                from,
                "text",
                text,
                "at",
                "2026-11-23T09:00:30Z",
                "files",
                List.of());
    }

    private static Map<String, Object> acknowledged(JsonNode sent, int position) {
        return Map.of(
                "type",
                "acknowledged",
                "clientId",
                sent.path("clientId").asString(),
                "position",
                position,
                "at",
                "2026-11-23T09:00:05Z");
    }

    private static String secret(int number) {
        return "Zk3vD8mQ0r2s4t6u8w0y" + number + "A";
    }

    private Locator messages() {
        return page.locator(".message");
    }

    private Locator status() {
        return page.locator(".state");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void assertAccessible() {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations()).as(page.url()).isEmpty();
    }
}
