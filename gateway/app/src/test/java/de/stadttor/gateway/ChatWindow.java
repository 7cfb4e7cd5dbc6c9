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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A chat's window in a browser, whose socket ends in the test; whatever the browser complains of fails the test. */
final class ChatWindow implements AutoCloseable {

    static final String CONCERN = "Wie lange ist mein Ausweis noch gültig?";

    private final Clients clients;
    private final BrowserContext context;
    private final Page page;
    private final Wire wire;
    private final List<String> complaints = new ArrayList<>();

    private ChatWindow(Clients clients, BrowserContext context) {
        this.clients = clients;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        this.wire = wireOf(page);
    }

    static ChatWindow open(Chromium chromium, Clients clients, Browser.NewContextOptions options) {
        var window = new ChatWindow(clients, chromium.browser().newContext(options));
        window.page.navigate(clients.url() + "/chat");
        assertThat(window.button("Chat beginnen")).isVisible();
        return window;
    }

    Page page() {
        return page;
    }

    Wire wire() {
        return wire;
    }

    Page anotherTab() {
        return context.newPage();
    }

    /** Must be there before the page is opened. */
    Wire wireOf(Page listening) {
        listening.route("**/chat/v1/queues/*", route -> answer(route, """
            {"queue": "buergerbuero", "title": "Bürgerbüro", "state": "open", "waiting": 0,
             "estimateSeconds": null, "opensAt": null}
            """));
        return new Wire(listening, "**/chat/v1");
    }

    static void answer(Route route, String json) {
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                .setBody(json));
    }

    String challenge() {
        return Desk.body(clients.anybody()
                        .get()
                        .uri("/chat/v1/challenge")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .toString();
    }

    /** Pages of other sites may not load from this machine unless somebody allows it. */
    void allowLoopback() {
        context.grantPermissions(List.of("local-network-access"));
    }

    /** From here on time is what the test makes of it: see {@link Page#clock()}. */
    void takeClock() {
        page.clock().install();
        page.reload();
    }

    /** Begins a chat that somebody takes at once. */
    void chat() {
        page.getByLabel("Ihr Anliegen").fill(CONCERN);
        button("Chat beginnen").click();
        wire.say(ChatFrames.opened(wire.hear("open")));
        wire.say(Map.of("type", "assigned", "name", "Bürgerbüro"));
        assertThat(status()).hasText("Sie sprechen mit Bürgerbüro.");
    }

    void say(String text) {
        page.getByLabel("Ihre Nachricht").fill(text);
        button("Senden").click();
    }

    Locator messages() {
        return page.locator(".message");
    }

    Locator status() {
        return page.locator(".state");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void assertAccessible() {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations()).as(page.url()).isEmpty();
    }

    /** What the browser says of something that the test did on purpose. */
    void forgive(String complaint) {
        complaints.removeIf(made -> made.contains(complaint));
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
