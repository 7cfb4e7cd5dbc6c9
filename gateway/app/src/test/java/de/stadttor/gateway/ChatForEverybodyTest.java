package de.stadttor.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.stadttor.gateway.ChatFrames.message;
import static de.stadttor.gateway.ChatFrames.opened;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
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

/**
 * The chat's window bars nobody, wherever it stands: by keyboard, in both languages and colours, under strict policies.
 */
@GatewayTest
class ChatForEverybodyTest {

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
        open(new Browser.NewContextOptions().setLocale("de-DE").setColorScheme(ColorScheme.LIGHT));
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void asksForWhatIsMissingWhereItIsMissing() {
        page.getByLabel("E-Mail-Adresse").fill("erika");
        window.button("Chat beginnen").click();
        Locator concern = page.getByLabel("Ihr Anliegen");
        assertThat(concern).isFocused();
        assertThat(concern).hasAttribute("aria-invalid", "true");
        assertThat(concern).hasAccessibleDescription("Bitte schreiben Sie, worum es geht.");
        assertThat(page.getByText("Bitte prüfen Sie die E-Mail-Adresse.")).isVisible();
        window.assertAccessible();
        assertThat(wire.holds("open")).isFalse();
    }

    @Test
    void showsTextAsTextWhateverIsInIt() {
        window.chat();
        wire.say(message(3, "office", "<img src=x onerror=alert(1)>\u202Eevil https://stadt.test/ausweis."));
        assertThat(page.locator(".message.office .text"))
                .hasText("<img src=x onerror=alert(1)>\u202Eevil https://stadt.test/ausweis.");
        assertThat(page.locator(".message img")).hasCount(0);
        assertThat(page.locator(".message a")).hasAttribute("href", "https://stadt.test/ausweis");
        assertThat(page.locator(".message a")).hasAttribute("rel", "noopener noreferrer nofollow");
    }

    @Test
    void isUsedWithTheKeyboardAlone() {
        page.navigate(clients.url() + "/chat?floating");
        page.locator(".launcher").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Ihr Anliegen")).isFocused();
        page.keyboard().type(ChatWindow.CONCERN);
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Tab");
        }
        assertThat(window.button("Chat beginnen")).isFocused();
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
        page.getByLabel("Ihr Anliegen").fill(ChatWindow.CONCERN);
        window.button("English").click();
        assertThat(page.getByLabel("Your concern")).hasValue(ChatWindow.CONCERN);
        window.button("Start the chat").click();
        JsonNode open = wire.hear("open");
        assertThat(open.path("language").asString()).isEqualTo("en");
        wire.say(opened(open));
        page.getByLabel("Your message").fill("half");
        window.button("Deutsch").click();
        assertThat(page.getByLabel("Ihre Nachricht")).hasValue("half");
        assertThat(window.messages()).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void barsNobodyByDayAndByNightOnASmallScreen(ColorScheme scheme) {
        window.close();
        open(new Browser.NewContextOptions()
                .setLocale("de-DE")
                .setColorScheme(scheme)
                .setViewportSize(320, 640));
        window.assertAccessible();
        window.chat();
        wire.say(message(3, "office", "Guten Tag."));
        assertThat(window.messages()).hasCount(2);
        window.assertAccessible();
        page.navigate(clients.url() + "/chat?floating");
        page.locator(".launcher").click();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        window.assertAccessible();
    }

    /**
     * Another origin, over TLS, whose policy allows nothing but us, and no addresses for scripts that are made of text.
     */
    @Test
    void worksOnAPageOfAnotherOriginWithTheStrictestPolicy() {
        String site = "https://www.stadt.test/";
        window.allowLoopback();
        page.route("**/chat/v1/challenge", route -> ChatWindow.answer(route, window.challenge()));
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
        page.getByLabel("Your concern").fill(ChatWindow.CONCERN);
        window.button("Start the chat").click();
        JsonNode open = wire.hear("open");
        assertThat(open.path("proof").asString()).isNotEmpty();
        wire.say(opened(open));
        assertThat(window.messages()).containsText("stored");
        window.forgive("TrustedScriptURL");
    }

    private void open(Browser.NewContextOptions options) {
        window = ChatWindow.open(chromium, clients, options);
        page = window.page();
        wire = window.wire();
    }
}
