package de.stadttor.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** What a person does by hand, in a real browser with all its policies. */
@SpringBootTest(
        classes = de.stadttor.GatewayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = "stadttor.demo.smtp-port=0")
@ContextConfiguration(initializers = {TestHome.class, OwnPort.class})
@Import(Clients.class)
@ActiveProfiles("test")
@DirtiesContext
class LoginInChromiumTest {

    private static Chromium chromium;

    @Autowired
    private Clients clients;

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
    void openWindow() {
        window = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("de-DE"));
        page = window.newPage();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Benutzername, citizen-basic, benutzername, Berta Basis (basic)",
        "substanziell, citizen-substantial, elster, Susanne Substanziell (substantial)",
        "hoch, citizen-high, eid, Hanna Hoch (high)",
        "BundID, other-citizen, eidas, Otto Andermann (high)"
    })
    void logsInFromTheDemoPage(String link, String persona, String means, String shown) {
        page.navigate(clients.url() + "/demo");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
        choose(persona, means);
        assertThat(page.locator("#me")).hasText(shown);
        assertThat(page.url()).isEqualTo(clients.url() + "/demo");
    }

    @Test
    void stepsUpAndLandsOnTheSameTicket() {
        String ticket = "/api/citizen/v1/tickets/" + ticketOfTheHighestLevel();
        page.navigate(clients.url() + "/saml2/login/bayernid?level=substantial&returnTo=/demo");
        choose("citizen-high", "elster");
        assertThat(page.locator("#me")).hasText("Hanna Hoch (substantial)");
        Object stepUp = page.evaluate(
                "ticket => fetch(ticket).then(answer => answer.json())" + ".then(problem => problem.stepUpUrl)",
                ticket);
        assertThat(stepUp).isEqualTo("/saml2/login/bayernid?level=high");
        page.navigate(clients.url() + stepUp + "&returnTo=" + ticket);
        choose("citizen-high", "eid");
        page.waitForURL(clients.url() + ticket);
        assertThat(page.locator("body")).containsText("\"requiredLevel\":\"high\"");
    }

    @Test
    void stepsUpForAFormAndFindsItFilledInAsItWas() {
        page.navigate(
                clients.url() + "/saml2/login/bayernid?level=substantial&returnTo=/formular/ergaenzungspflegschaft");
        choose("citizen-high", "elster");
        assertThat(page.locator("#visitor")).hasText("Angemeldet: Hanna Hoch (substanziell)");
        page.getByLabel("Aktenzeichen des Gerichts").fill("51 F 123/26");
        page.getByLabel("Verwandte").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anmelden und absenden"))
                .click();
        choose("citizen-high", "eid");
        assertThat(page.locator("#visitor")).hasText("Angemeldet: Hanna Hoch (hoch)");
        assertThat(page.getByLabel("Aktenzeichen des Gerichts")).hasValue("51 F 123/26");
        assertThat(page.getByLabel("Verwandte")).isChecked();
        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Absenden"))
                .click();
        assertThat(page.getByText("Sie finden das Anliegen in Ihrem Nutzerkonto."))
                .isVisible();
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    }

    /** The page believes in a login that ended behind its back: it must not send in anybody's name. */
    @Test
    void logsInAgainForAFormWhoseLoginEndedMeanwhile() {
        page.navigate(clients.url() + "/saml2/login/bayernid?level=basic&returnTo=/formular/insektennest");
        choose("citizen-basic", "benutzername");
        page.getByLabel("Ort des Nestes").fill("Marienplatz 8");
        window.clearCookies();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Absenden"))
                .click();
        choose("citizen-basic", "benutzername");
        assertThat(page.getByLabel("Ort des Nestes")).hasValue("Marienplatz 8");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Absenden"))
                .click();
        assertThat(page.getByText("Sie finden das Anliegen in Ihrem Nutzerkonto."))
                .isVisible();
    }

    @Test
    void refusesAStrangersStepUpAndKeepsTheSession() {
        page.navigate(clients.url() + "/saml2/login/bayernid?level=substantial&returnTo=/demo");
        choose("citizen-substantial", "elster");
        assertThat(page.locator("#me")).hasText("Susanne Substanziell (substantial)");
        page.navigate(clients.url() + "/saml2/login/bayernid?level=high&returnTo=/demo");
        choose("other-citizen", "eid");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Andere Person");
        assertThat(page.locator(".demo")).hasText("DEMO");
        page.getByText("Zurück").click();
        assertThat(page.locator("#me")).hasText("Susanne Substanziell (substantial)");
    }

    @Test
    void logsOutByTheButton() {
        page.navigate(clients.url() + "/saml2/login/bayernid?level=basic&returnTo=/demo");
        choose("citizen-basic", "benutzername");
        assertThat(page.locator("#me")).hasText("Berta Basis (basic)");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Abmelden"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abmelden"))
                .click();
        assertThat(page.locator("#me")).hasText("niemand");
        assertThat(window.cookies()).noneMatch(cookie -> cookie.name.equals("stadttor-login"));
    }

    @Test
    void showsScriptsNothingOfTheSession() {
        page.navigate(clients.url() + "/saml2/login/bayernid?level=basic&returnTo=/demo");
        choose("citizen-basic", "benutzername");
        assertThat(page.locator("#me")).hasText("Berta Basis (basic)");
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
        assertThat(page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length"))
                .isEqualTo(0);
    }

    @Test
    void barsNobodyFromThePagesOfALogin() {
        page.navigate(clients.url() + "/saml2/login/bayernid?level=basic&returnTo=/demo");
        assertThat(page.getByLabel("Person")).isVisible();
        assertAccessible();
        choose("citizen-basic", "benutzername");
        assertThat(page.locator("#me")).hasText("Berta Basis (basic)");
        page.navigate(clients.url() + "/logout");
        assertAccessible();
        page.navigate(clients.url() + "/saml2/login/bayernid?level=basic&returnTo=/demo");
        choose("other-citizen", "eid");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Andere Person");
        assertAccessible();
    }

    private void assertAccessible() {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze();
        assertThat(found.getViolations()).as(page.url()).isEmpty();
    }

    /** By the labels that a person, or a screen reader, goes by. */
    private void choose(String persona, String means) {
        page.getByLabel("Person").selectOption(persona);
        page.getByLabel("Verfahren").selectOption(means);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anmelden"))
                .click();
    }

    private String ticketOfTheHighestLevel() {
        var desk = new Desk(clients);
        String ticket = desk.ticketOf(Submissions.by("citizen-high"));
        desk.change(ticket, 1, Map.of("requiredLevel", "high")).expectStatus().isOk();
        return ticket;
    }
}
