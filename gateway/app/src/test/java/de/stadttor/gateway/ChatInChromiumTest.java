package de.stadttor.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.stadttor.GatewayApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A citizen and a caseworker, each in a browser of their own, with the whole program between them. It knows its address
 * beforehand, because only pages of its own origin may chat.
 */
@SpringBootTest(
        classes = GatewayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = "stadttor.demo.smtp-port=0")
@ContextConfiguration(initializers = {TestHome.class, OwnPort.class})
@Import(Clients.class)
@ActiveProfiles("test")
@DirtiesContext
class ChatInChromiumTest {

    private static Chromium chromium;

    @Autowired
    private Clients clients;

    private final String concern = "Ausweis " + UUID.randomUUID();
    private BrowserContext home;
    private BrowserContext office;
    private Page citizen;
    private Page caseworker;
    private CutWire network;

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
    void openBothWindows() {
        office = window();
        caseworker = office.newPage();
        caseworker.navigate(clients.url() + "/desk/chat");
        button(caseworker, "Als caseworker weiter").click();
        button(caseworker, "Chats annehmen").click();
        assertThat(caseworker.getByText("Ihnen werden Chats angeboten.")).isVisible();
        home = window();
        citizen = home.newPage();
        network = new CutWire(citizen, "**/chat/v1");
        citizen.navigate(clients.url() + "/chat");
        begin();
    }

    private void begin() {
        citizen.getByLabel("Ihr Anliegen").fill(concern);
        button(citizen, "Chat beginnen").click();
        assertThat(citizen.locator(".message")).containsText("gespeichert");
        caseworker.getByRole(AriaRole.LISTITEM).getByText("Annehmen").click();
        assertThat(citizen.locator(".state")).containsText("Sie sprechen mit");
        assertThat(room().locator(".message")).containsText(concern);
    }

    private void endFromTheDesk() {
        button(caseworker, "Chat beenden").click();
        button(caseworker, "Ja, beenden").click();
        assertThat(room().getByText("Sie haben den Chat beendet.")).isVisible();
        button(caseworker, "Aus der Ansicht nehmen").click();
    }

    @AfterEach
    void closeBothWindows() {
        home.close();
        if (button(caseworker, "Chat beenden").isVisible()) {
            button(caseworker, "Chat beenden").click();
            button(caseworker, "Ja, beenden").click();
        }
        button(caseworker, "Pause machen").click();
        assertThat(caseworker.getByText("Sie haben Pause")).isVisible();
        office.close();
    }

    @Test
    void nothingIsLostOrDoubledWhenTheNetworkBreaksInTheMiddle() {
        citizenSays("eins");
        assertThat(citizen.getByText("wird gesendet")).hasCount(0);
        network.cut();
        assertThat(citizen.locator(".state")).containsText("Keine Verbindung.");
        citizenSays("drei");
        citizenSays("vier");
        officeSays("zwei");
        network.mend();
        assertThat(citizen.getByText("wird gesendet")).hasCount(0);
        officeSays("fünf");
        assertThat(citizen.locator(".message .text"))
                .hasText(new String[] {concern, "eins", "zwei", "drei", "vier", "fünf"});
        assertThat(room().locator(".message .text"))
                .hasText(new String[] {concern, "eins", "zwei", "drei", "vier", "fünf"});
        assertThat(room().locator(".message.office").first()).containsText("gelesen");
    }

    @Test
    void aReloadAndAnotherTabGoOnWithTheSameChat() {
        citizenSays("eins");
        citizen.reload();
        assertThat(citizen.locator(".message .text")).hasText(new String[] {concern, "eins"});
        Page other = home.newPage();
        other.navigate(clients.url() + "/chat");
        other.getByText("Hier fortsetzen").click();
        assertThat(other.locator(".message .text")).hasText(new String[] {concern, "eins"});
        assertThat(citizen.getByText("Dieser Chat ist in einem anderen Tab geöffnet."))
                .isVisible();
        other.getByLabel("Ihre Nachricht").fill("zwei");
        other.getByLabel("Ihre Nachricht").press("Enter");
        assertThat(room().locator(".message .text")).hasText(new String[] {concern, "eins", "zwei"});
    }

    @Test
    void eachSideSeesTheOtherTypeAndRead() {
        citizen.getByLabel("Ihre Nachricht").pressSequentially("Ja");
        assertThat(room().getByText("Bürgerin oder Bürger schreibt …")).isVisible();
        room().getByLabel("Antwort", exactly()).pressSequentially("Gut");
        assertThat(citizen.getByText("schreibt …")).isVisible();
        citizen.getByLabel("Ihre Nachricht").press("Enter");
        assertThat(citizen.locator(".message").last()).containsText("gelesen");
    }

    @Test
    void aFileArrivesAtTheDesk() throws Exception {
        citizen.getByLabel("Datei anhängen")
                .setInputFiles(new FilePayload(
                        "ausweis.txt", "text/plain", "gültig bis 2029".getBytes(StandardCharsets.UTF_8)));
        assertThat(citizen.locator(".message").last()).containsText("ausweis.txt");
        assertThat(citizen.getByText("wird gesendet")).hasCount(0);
        var download = caseworker.waitForDownload(
                () -> button(caseworker, "ausweis.txt herunterladen").click());
        assertThat(Files.readString(download.path())).isEqualTo("gültig bis 2029");
    }

    @Test
    void theOfficeEndsAndTheCitizenRates() {
        button(caseworker, "Chat beenden").click();
        button(caseworker, "Ja, beenden").click();
        assertThat(citizen.locator(".state")).hasText("Der Chat ist beendet.");
        assertThat(citizen.getByText("Zum Vorgang")).isVisible();
        citizen.getByLabel("5 – sehr zufrieden").check();
        button(citizen, "Bewertung senden").click();
        assertThat(citizen.getByText("Danke für Ihre Bewertung.")).isVisible();
        citizen.reload();
        assertThat(citizen.locator(".state")).hasText("Der Chat ist beendet.");
    }

    @Test
    void aTeamLeadLooksOnWhileAChatIsPassedToAnotherQueue() {
        Page teamlead = office.newPage();
        teamlead.navigate(clients.url() + "/desk/chat");
        button(teamlead, "Als teamlead weiter").click();
        teamlead.getByText("Übersicht der Warteschlange").click();
        teamlead.getByLabel("Warteschlange", new Page.GetByLabelOptions().setExact(true))
                .selectOption("it-support");
        assertThat(teamlead.getByText("Laufend (0)")).isVisible();
        room().locator("summary").getByText("Weitergeben").click();
        room().getByLabel("An eine Warteschlange", exactly()).selectOption("it-support");
        button(caseworker, "Weitergeben: An eine Warteschlange").click();
        caseworker.getByRole(AriaRole.LISTITEM).getByText("Annehmen").click();
        assertThat(citizen.locator(".state")).containsText("Technische Anfragen");
        assertThat(teamlead.getByText("Laufend (1)")).isVisible();
        assertThat(room().locator(".message .text")).hasText(concern);
        citizenSays("eins");
        assertThat(room().locator(".message .text")).hasText(new String[] {concern, "eins"});
    }

    /** The page gives the token; it stands in no address and in no storage. */
    @Test
    void whoIsLoggedInChatsInTheirName() {
        endFromTheDesk();
        home.close();
        home = window();
        citizen = home.newPage();
        citizen.navigate(clients.url() + "/chat");
        logIn();
        begin();
        assertThat(citizen.locator(".state")).containsText("Sie sprechen mit");
        assertThat((String) citizen.evaluate("JSON.stringify(sessionStorage)"))
                .doesNotContain(clients.token("citizen-high"));
        String tickets = Desk.body(clients.as("citizen-high")
                        .get()
                        .uri("/api/citizen/v1/tickets")
                        .exchange())
                .toString();
        assertThat(tickets).contains(citizen.locator("small").textContent().replace("Vorgang ", ""));
        citizen.reload();
        assertThat(citizen.getByText("Ihre Anmeldung ist abgelaufen.")).isVisible();
        assertThat(citizen.locator(".message")).hasCount(0);
        logIn();
        assertThat(citizen.locator(".message .text")).hasText(concern);
    }

    private void logIn() {
        citizen.evaluate(
                "token => { document.querySelector('stadttor-chat').token = async () => token; }",
                clients.token("citizen-high"));
    }

    private BrowserContext window() {
        return chromium.browser().newContext(new Browser.NewContextOptions().setLocale("de-DE"));
    }

    private void citizenSays(String text) {
        citizen.getByLabel("Ihre Nachricht").fill(text);
        citizen.getByLabel("Ihre Nachricht").press("Enter");
        assertThat(citizen.locator(".message .text").last()).hasText(text);
    }

    private void officeSays(String text) {
        room().getByLabel("Antwort", exactly()).fill(text);
        room().getByLabel("Antwort", exactly()).press("Enter");
        assertThat(room().locator(".message").last()).containsText(text);
        assertThat(room().getByText("wird gesendet")).hasCount(0);
    }

    private Locator room() {
        return caseworker.getByRole(AriaRole.ARTICLE).last();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
