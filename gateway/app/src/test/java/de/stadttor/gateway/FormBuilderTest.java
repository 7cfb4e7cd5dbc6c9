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
import de.stadttor.seals.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An administrator builds forms on the page, by mouse and by keyboard, with all its policies. */
@GatewayTest
class FormBuilderTest {

    private static Chromium chromium;

    @Autowired
    private Clients clients;

    private final String form = "zaun-" + UUID.randomUUID();
    private final List<String> complaints = new ArrayList<>();
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
    void logIn() {
        window = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("de-DE").setColorScheme(ColorScheme.LIGHT));
        page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("422")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> dialog.accept());
        page.navigate(clients.url() + "/desk/formulare");
        button("Als admin weiter").click();
        assertThat(heading("Formulare")).isVisible();
    }

    @AfterEach
    void closeWindow() {
        window.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void aFormIsBuiltPreviewedAndSaved() {
        begin();
        page.getByLabel("Titel").first().fill("Baum melden");
        button("Feld hinzufügen").click();
        page.getByLabel("Technischer Name").last().fill("baumart");
        page.getByLabel("Technischer Name").last().press("Tab");
        page.getByLabel("Beschriftung (de)").last().fill("Art des Baumes");
        page.getByLabel("Art", exactly()).last().selectOption("choice");
        page.getByLabel("Auswahl, eine je Zeile").fill("Eiche\nLinde\nBuche");
        page.getByLabel("Pflichtfeld").last().check();
        Locator preview = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Vorschau"));
        assertThat(preview.getByText("Baum melden")).isVisible();
        preview.getByLabel("Ihr Anliegen").fill("Ast");
        preview.getByLabel("Linde").check();
        page.getByText("Schema, Darstellung und Beispiel als JSON").click();
        button("Aus der Vorschau übernehmen").click();
        button("Als neue Version speichern").click();
        assertThat(page.locator("#notice")).hasText("Gespeichert als Version 1.");

        JsonNode saved = Desk.body(new DeskForms(clients).read(form)).path("definition");
        assertThat(saved.at("/schema/properties/baumart/enum").toString()).isEqualTo("[\"Eiche\",\"Linde\",\"Buche\"]");
        assertThat(saved.at("/schema/required").toString()).isEqualTo("[\"anliegen\",\"baumart\"]");
        assertThat(saved.at("/example").toString()).isEqualTo("{\"anliegen\":\"Ast\",\"baumart\":\"Linde\"}");
        assertThat(saved.at("/page/presentation/fields/baumart/label/de").asString())
                .isEqualTo("Art des Baumes");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndKept() {
        begin();
        page.getByLabel("Betreff der Vorgänge").first().fill("Baum: {stamm}");
        button("Als neue Version speichern").click();
        assertThat(page.locator(".summary").first()).containsText("/texts/de/subject: Dieses Feld gibt es nicht.");
        assertThat(page.locator(".summary").first()).isFocused();
        assertAccessible();
        page.getByLabel("Betreff der Vorgänge").first().fill("Baum: {anliegen}");
        button("Als neue Version speichern").click();
        assertThat(page.locator("#notice")).hasText("Gespeichert als Version 1.");
        button("Als neue Version speichern").click();
        assertThat(page.locator("#notice")).hasText("Nichts ist anders als in Version 1.");
    }

    @Test
    void fieldsAreMovedRenamedAndRemovedByKeyboard() {
        begin();
        button("Feld hinzufügen").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Technischer Name").last()).isFocused();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("ort");
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("Art", exactly()).last()).isFocused();
        button("Feld 2 nach oben").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#notice")).hasText("Feld 2 steht jetzt an Stelle 1 von 2.");
        assertThat(button("Feld 2 nach oben")).isFocused();
        assertThat(page.locator("summary").first()).containsText("(ort)");
        button("Feld 2 entfernen").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#notice")).hasText("Feld 2 ist entfernt.");
        assertThat(page.getByLabel("Technischer Name")).hasCount(1);
    }

    @Test
    void aFormIsWithdrawnAndOfferedAgain() {
        new DeskForms(clients)
                .save(form, DeskForms.definition(Map.of()), null)
                .expectStatus()
                .isOk();
        button("English").click();
        button("Deutsch").click();
        reload();
        button(form + " zurückziehen").click();
        assertThat(page.locator("#notice")).hasText(form + " ist zurückgezogen.");
        button(form + " wieder anbieten").click();
        assertThat(page.locator("#notice")).hasText(form + " wird wieder angeboten.");
    }

    @Test
    void aFormGoesOutAsAFileAndComesInAfterALook() throws Exception {
        new DeskForms(clients)
                .save(form, DeskForms.definition(Map.of()), null)
                .expectStatus()
                .isOk();
        reload();
        var download = page.waitForDownload(() -> button(form + " exportieren").click());
        String file = Files.readString(download.path()).replace("\"umwelt\"", "\"buergerbuero\"");
        page.getByLabel("Datei eines exportierten Formulars (JSON)")
                .setInputFiles(
                        new FilePayload(form + ".json", "application/json", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText(form + " würde Version 2. Das ändert sich:")).isVisible();
        assertThat(page.locator("del")).hasText("\"umwelt\"");
        assertAccessible();
        button("Jetzt importieren").click();
        assertThat(page.locator("#notice")).hasText(form + " ist als Version 2 gespeichert.");
        assertThat(JsonMapper.shared().readTree(file).at("/definition/queue").asString())
                .isEqualTo(Desk.body(new DeskForms(clients).read(form))
                        .at("/definition/queue")
                        .asString());
    }

    @Test
    void barsNobodyInLightAndDarkOnWideAndNarrowScreens() {
        assertAccessible();
        begin();
        page.locator("details").all().forEach(details -> details.evaluate("part => part.open = true"));
        assertAccessible();
        window.pages().getFirst().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(320, 640);
        assertAccessible();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 320")).isEqualTo(true);
        button("English").click();
        assertThat(heading("Form " + form)).isVisible();
        assertThat(button("Save as a new version")).isVisible();
    }

    @Test
    void whoMayNotDecideIsTold() {
        page.navigate(clients.url() + "/desk/formulare");
        button("Als caseworker weiter").click();
        assertThat(page.locator("#notice")).containsText("Die Formulare können nicht geladen werden.");
        assertThat(complaints).singleElement().asString().contains("403");
        complaints.clear();
    }

    @Test
    void whoComesFromTheCitysProviderIsLetInWithProofOfTheKeyAlone() {
        String issuer = clients.url() + "/provider";
        Map<String, String> asked = new ConcurrentHashMap<>();
        page.route("**/desk/login.json", route -> answer(route, """
            {"personas": [], "issuer": "%s", "clientId": "stadttor-desk", "scope": "openid"}
            """.formatted(issuer)));
        page.route(issuer + "/.well-known/openid-configuration", route -> answer(route, """
            {"authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token"}
            """.formatted(issuer)));
        page.route(issuer + "/authorize?*", route -> {
            asked.putAll(UriComponentsBuilder.fromUriString(route.request().url())
                    .build()
                    .getQueryParams()
                    .toSingleValueMap());
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(302)
                    .setHeaders(Map.of(
                            "Location", clients.url() + "/desk/formulare?code=once&state=" + asked.get("state"))));
        });
        page.route(issuer + "/token", route -> {
            asked.put("body", Objects.requireNonNull(route.request().postData()));
            answer(route, "{\"access_token\": \"%s\", \"expires_in\": 300}".formatted(clients.token("admin")));
        });
        page.navigate(clients.url() + "/desk/formulare");
        button("Anmelden").click();
        assertThat(page.getByLabel("Name des neuen Formulars")).isVisible();
        var given = UriComponentsBuilder.fromUriString("?" + asked.get("body"))
                .build()
                .getQueryParams()
                .toSingleValueMap();
        assertThat(asked).containsEntry("code_challenge_method", "S256").containsEntry("client_id", "stadttor-desk");
        assertThat(given).containsEntry("code", "once");
        assertThat(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Sha256.of(given.get("code_verifier").getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(asked.get("code_challenge"));
        assertThat(page.url()).isEqualTo(clients.url() + "/desk/formulare");
        assertThat(page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length"))
                .isEqualTo(0);
    }

    private static void answer(Route route, String json) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(json));
    }

    private void begin() {
        page.getByLabel("Name des neuen Formulars").fill(form);
        button("Anlegen").click();
        assertThat(heading("Formular " + form)).isFocused();
    }

    private void reload() {
        page.navigate(clients.url() + "/desk/formulare");
        button("Als admin weiter").click();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private void assertAccessible() {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze();
        assertThat(found.getViolations()).as(page.url()).isEmpty();
    }
}
