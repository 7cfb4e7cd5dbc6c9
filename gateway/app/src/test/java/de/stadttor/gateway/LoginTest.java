package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@GatewayTest
class LoginTest {

    @Autowired
    private Clients clients;

    @Autowired
    private DatabaseClient database;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(clients.url());
    }

    @ParameterizedTest
    @CsvSource({
        "bayernid, basic, citizen-basic, benutzername, basic",
        "bayernid, basic, citizen-low, eid, low",
        "bayernid, substantial, citizen-substantial, elster, substantial",
        "bayernid, substantial, citizen-high, authega, substantial",
        "bayernid, high, citizen-high, eid, high",
        "bundid, basic, citizen-basic, benutzername, basic",
        "bundid, high, other-citizen, eidas, high"
    })
    void logsInAtEachLevelAndGoesOnWhereOneWanted(
            String profile, String level, String persona, String means, String reached) {
        var entered = browser.login(profile, level, persona, means, "/fall?x=%201&y=2");
        assertThat(entered.status()).isEqualTo(303);
        assertThat(entered.header("Location")).isEqualTo("/fall?x=%201&y=2");
        assertThat(browser.level()).isEqualTo(reached);
    }

    @Test
    void isTheSamePersonAsTheFormServerKnows() {
        browser.login("high", "citizen-high", "eid");
        String subject =
                browser.get("/api/citizen/v1/me").json().path("subject").asString();
        assertThat(subject)
                .isEqualTo(Desk.body(clients.as("citizen-high")
                                .get()
                                .uri("/api/citizen/v1/me")
                                .exchange())
                        .path("subject")
                        .asString());
    }

    @Test
    void isAnotherPersonAtAnotherIdentityProvider() {
        browser.login("bayernid", "high", "citizen-high", "eid", "/");
        String known = browser.get("/api/citizen/v1/me").json().path("subject").asString();
        var other = new Browser(clients.url());
        other.login("bundid", "high", "citizen-high", "eid", "/");
        assertThat(other.get("/api/citizen/v1/me").json().path("subject").asString())
                .isNotEqualTo(known);
    }

    @Test
    void doesNotStandInTheWayOfAnAnonymousCaseInTheSameBrowser() {
        var desk = new Desk(clients);
        JsonNode receipt = desk.submit(Submissions.anonymous());
        String token = receipt.path("accessUrl").asString().replaceFirst(".*#", "");
        String anonymous = "/api/citizen/v1/tickets/" + receipt.path("ticketId").asString();
        String own = "/api/citizen/v1/tickets/" + desk.ticketOf(Submissions.by("citizen-high"));
        browser.login("high", "citizen-high", "eid");
        browser.postJson("/api/citizen/v1/access", "{\"token\":\"" + token + "\"}");
        assertThat(browser.get(anonymous).status()).isEqualTo(200);
        assertThat(browser.get(anonymous + "/messages").status()).isEqualTo(200);
        assertThat(browser.get(own).status()).isEqualTo(200);
        assertThat(browser.level()).isEqualTo("high");
    }

    @Test
    void letsNobodyInBelowTheLevelThatWasAskedFor() {
        var refused = browser.login("high", "citizen-high", "elster");
        assertThat(refused.text()).contains("Vertrauensniveau");
        assertThat(browser.cookies()).doesNotContainKey(Browser.COOKIE);
    }

    @Test
    void keepsOfAPersonTheNameAndTheMailWithHowFirmlyTheyAreKnown() {
        browser.login("substantial", "citizen-substantial", "elster");
        String subject =
                browser.get("/api/citizen/v1/me").json().path("subject").asString();
        List<String> kept = database.sql("""
            SELECT CONCAT(kind, ' ', value, ' ', trust) AS line FROM citizen_datum
             WHERE citizen = CAST(:citizen AS UUID) AND learned_at > UTC_TIMESTAMP() - INTERVAL 1 MINUTE
             ORDER BY kind
            """)
                .bind("citizen", subject)
                .map(row -> row.get("line", String.class))
                .all()
                .collectList()
                .block();
        assertThat(kept)
                .containsExactly(
                        "GIVEN_NAME Susanne substantial",
                        "MAIL citizen-substantial@example.org basic",
                        "SURNAME Substanziell substantial");
    }

    @Test
    void leavesATrailWithoutAnythingAboutThePerson() {
        browser.login("high", "other-citizen", "eid");
        String session =
                browser.get("/api/citizen/v1/session").json().path("id").asString();
        browser.delete("/api/citizen/v1/session", "X-CSRF-Token", browser.csrfToken());
        assertThat(trail(session)).containsExactly("logged-in bayernid high", "logged-out bayernid high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/saml2/login/bayernid?level=high", "/logout"})
    void allowsNoPageOfALoginInAFrameAndMarksItAsDemo(String path) {
        var page = browser.get(path);
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(page.text()).contains("DEMO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 203.0.113.7", "Forwarded: for=203.0.113.7", "Via: 1.1 proxy"})
    void hidesTheIdentityProviderFromEverybodyWhoIsNotAtThisMachine(String header) {
        String[] parts = header.split(": ", 2);
        assertThat(browser.get("/demo/idp/metadata").status()).isEqualTo(200);
        assertThat(browser.get("/demo/idp/metadata", parts[0], parts[1]).status())
                .isEqualTo(404);
        assertThat(browser.post("/demo/idp/sso", Map.of(), parts[0], parts[1]).status())
                .isEqualTo(404);
    }

    private List<String> trail(String session) {
        return database.sql("""
            SELECT CONCAT(step, ' ', profile, ' ', level) AS line FROM login_trail
             WHERE session = CAST(:session AS UUID) ORDER BY at
            """)
                .bind("session", session)
                .map(row -> row.get("line", String.class))
                .all()
                .collectList()
                .block();
    }
}
