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
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What somebody does at the page of a form, in a real browser with all its policies. */
@GatewayTest
class FilledFormInChromiumTest {

    private static final String PLACE = "Ort des Nestes";
    private static final String THANKS = "Ihr Anliegen ist angekommen";

    private static Chromium chromium;

    @Autowired
    private Clients clients;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private BrowserContext window;
    private Page page;

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
    void openForm() {
        open(new Browser.NewContextOptions().setLocale("de-DE"));
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void sendsAFormWithAFileAndShowsTheReceipt() {
        page.getByLabel(PLACE).fill("Marienplatz 8");
        page.getByLabel("Art der Tiere").selectOption("Hornissen");
        page.getByLabel("Höhe in Metern").fill("4,5");
        page.getByLabel("E-Mail-Adresse").fill("erika@example.org");
        page.getByLabel("Dateien")
                .setInputFiles(new FilePayload("nest.txt", "text/plain", "Es summt.".getBytes(StandardCharsets.UTF_8)));
        send();
        assertThat(heading()).hasText(THANKS);
        assertThat(heading()).isFocused();
        assertThat(page.locator(".receipt a").first()).containsText("/fall#");
        assertAccessible();
        JsonNode ticket = newestTicket();
        assertThat(page.locator(".receipt .number"))
                .hasText(ticket.path("number").asString());
        assertThat(ticket.path("messages").get(0).path("text").asString())
                .contains("Marienplatz 8")
                .contains("Hornissen")
                .contains("4.5");
        assertThat(ticket.path("messages")
                        .get(0)
                        .path("files")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("nest.txt");
        assertThat(complaints).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndLeadsThere() {
        page.getByLabel("Höhe in Metern").fill("hoch");
        page.getByLabel("E-Mail-Adresse").fill("erika");
        send();
        Locator summary = page.getByRole(AriaRole.ALERT);
        assertThat(summary).isFocused();
        assertThat(summary.getByRole(AriaRole.LINK)).hasCount(3);
        assertAccessible();
        summary.getByText(PLACE).click();
        Locator place = page.getByLabel(PLACE);
        assertThat(place).isFocused();
        assertThat(place).hasAttribute("aria-invalid", "true");
        assertThat(place).hasAccessibleDescription("Bitte füllen Sie dieses Feld aus.");
        assertThat(sent).isEmpty();
    }

    @Test
    void showsWhatOnlyTheServerKnows() {
        page.getByLabel(PLACE).fill("Marienplatz 8");
        page.evaluate("document.getElementById('homepage').value = 'http://spam.example.org'");
        send();
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(page.getByLabel("Bitte lassen Sie dieses Feld leer")).isVisible();
        page.getByLabel("Bitte lassen Sie dieses Feld leer").fill("");
        send();
        assertThat(heading()).hasText(THANKS);
    }

    @Test
    void isFilledInAndSentWithTheKeyboardAlone() {
        page.getByRole(AriaRole.BUTTON, named("English")).focus();
        page.keyboard().press("Tab");
        assertThat(page.getByLabel(PLACE)).isFocused();
        page.keyboard().type("Marienplatz 8");
        for (int fields = 0;
                fields < 20 && page.locator("button[type=submit]:focus").count() == 0;
                fields++) {
            page.keyboard().press("Tab");
            assertThat(page.locator("#homepage:focus")).hasCount(0);
        }
        assertThat(page.getByRole(AriaRole.BUTTON, named("Absenden"))).isFocused();
        page.keyboard().press("Enter");
        assertThat(heading()).hasText(THANKS);
    }

    @Test
    void keepsADraftUntilItIsSent() {
        page.getByLabel(PLACE).fill("Marienplatz 8");
        page.reload();
        assertThat(page.getByLabel(PLACE)).hasValue("Marienplatz 8");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Ihr Entwurf ist wiederhergestellt.");
        send();
        assertThat(heading()).hasText(THANKS);
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void whatWasFilledInWithALoginStaysInTheTabWhenTheLoginEnds() {
        page.getByLabel(PLACE).fill("Marienplatz 8");
        page.reload();
        page.evaluate("const place = 'formular/insektennest';"
                + "sessionStorage.setItem(place, localStorage.getItem(place)); localStorage.removeItem(place)");
        page.navigate(clients.url() + "/formular/insektennest");
        assertThat(page.getByLabel(PLACE)).hasValue("Marienplatz 8");
        page.getByLabel(PLACE).fill("Odeonsplatz 1");
        page.reload();
        assertThat(page.getByLabel(PLACE)).hasValue("Odeonsplatz 1");
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }

    @Test
    void leavesPatternsToTheServerAndShowsItsAnswerAtTheField() {
        String form = "muster-" + UUID.randomUUID();
        var schema = Map.of(
                "type",
                "object",
                "required",
                List.of("ort"),
                "properties",
                Map.of("ort", Map.of("type", "string", "title", "Zeichen", "maxLength", 200, "pattern", "^(a+)+$")));
        new DeskForms(clients)
                .save(form, DeskForms.definition(Map.of("schema", schema, "example", Map.of("ort", "a"))), null)
                .expectStatus()
                .isOk();
        page.navigate(clients.url() + "/formular/" + form);
        page.getByLabel("Zeichen").fill("a".repeat(60) + "!");
        send();
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(page.getByLabel("Zeichen")).hasAttribute("aria-invalid", "true");
        assertThat(sent).hasSize(1);
    }

    @Test
    void forgetsADraftThatIsErased() {
        page.getByLabel(PLACE).fill("Marienplatz 8");
        page.getByRole(AriaRole.BUTTON, named("Eingaben löschen")).click();
        assertThat(page.getByLabel(PLACE)).hasValue("");
        page.reload();
        assertThat(page.getByLabel(PLACE)).hasValue("");
    }

    @Test
    void sendsOnceHoweverOftenTheButtonIsPressed() {
        page.getByLabel(PLACE).fill("Marienplatz 8");
        page.getByRole(AriaRole.BUTTON, named("Absenden")).dblclick();
        assertThat(heading()).hasText(THANKS);
        assertThat(sent).hasSize(1);
    }

    @Test
    void makesOneTicketWhenTheAnswerWasLostAndThePageReloaded() {
        var lost = new AtomicReference<>("");
        page.route("**/submissions", route -> {
            lost.set(route.fetch().text());
            route.abort();
        });
        page.getByLabel(PLACE).fill("Marienplatz 8");
        send();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Die Verbindung ist abgebrochen.");
        page.unroute("**/submissions");
        page.reload();
        assertThat(page.getByLabel(PLACE)).hasValue("Marienplatz 8");
        send();
        assertThat(heading()).hasText(THANKS);
        assertThat(lost.get()).contains(page.locator(".receipt .number").textContent());
    }

    @Test
    void speaksEnglishWithoutLosingWhatWasFilledIn() {
        page.getByLabel(PLACE).fill("Marienplatz 8");
        page.getByRole(AriaRole.BUTTON, named("English")).click();
        assertThat(heading()).hasText("Report an insects' nest");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("input").first()).hasValue("Marienplatz 8");
        assertAccessible();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void fitsASmallScreenByDayAndByNight(ColorScheme scheme) {
        window.close();
        open(new Browser.NewContextOptions()
                .setLocale("de-DE")
                .setColorScheme(scheme)
                .setViewportSize(320, 640));
        send();
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertAccessible();
    }

    @Test
    void saysSoWhenThereIsNoSuchForm() {
        page.navigate(clients.url() + "/formular/gibt-es-nicht");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Dieses Formular gibt es nicht");
    }

    private void open(Browser.NewContextOptions options) {
        window = chromium.browser().newContext(options);
        page = window.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.add(request.url());
            }
        });
        page.navigate(clients.url() + "/formular/insektennest");
        assertThat(page.getByLabel(PLACE)).isVisible();
    }

    private void send() {
        page.getByRole(AriaRole.BUTTON, named("Absenden")).click();
    }

    private Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void assertAccessible() {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations()).as(page.url()).isEmpty();
    }

    private JsonNode newestTicket() {
        JsonNode newest = Desk.body(clients.as("caseworker")
                        .get()
                        .uri("/api/desk/v1/tickets?queue=umwelt&limit=1")
                        .exchange())
                .path("items")
                .get(0);
        return new Desk(clients).read(newest.path("id").asString());
    }
}
