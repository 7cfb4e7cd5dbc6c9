package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@GatewayTest
class LoginAttacksTest {

    private static final String CONCERN = "{\"subject\":\"Laterne\",\"text\":\"Sie flackert.\"}";
    private static final String ELSEWHERE = "https://evil.example";

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
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/a\tb",
                "/a\r\nSet-Cookie: x=y",
                "",
                "fall",
                "/ü"
            })
    void leadsNowhereElseAfterALogin(String returnTo) {
        var refused = browser.start("bayernid", "low", returnTo);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"level=none", "level=", "level=HIGH", "level=high%20basic", "level=4"})
    void asksForNoLevelThatThereIsNot(String query) {
        assertThat(browser.get("/saml2/login/bayernid?" + query).status()).isEqualTo(400);
    }

    @Test
    void takesNoAnswerTwice() {
        var answer = browser.choose(browser.start("bayernid", "high", "/"), "citizen-high", "eid");
        assertThat(browser.finish("bayernid", answer).status()).isEqualTo(303);
        browser.cookies().remove(Browser.COOKIE);
        var repeated = browser.finish("bayernid", answer);
        assertThat(repeated.status()).isEqualTo(403);
        assertThat(browser.cookies()).doesNotContainKey(Browser.COOKIE);
    }

    @Test
    void logsNobodyInWithAnAnswerThatAnotherBrowserAskedFor() {
        var attacker = new Browser(clients.url());
        var answer = attacker.choose(attacker.start("bayernid", "high", "/"), "other-citizen", "eid");
        browser.start("bayernid", "high", "/");
        assertThat(browser.finish("bayernid", answer).status()).isEqualTo(403);
        assertThat(browser.cookies()).doesNotContainKey(Browser.COOKIE);
    }

    @Test
    void takesTheAnswerOfOneIdentityProviderNotForAnother() {
        var answer = browser.choose(browser.start("bayernid", "high", "/"), "citizen-high", "eid");
        assertThat(browser.finish("bundid", answer).status()).isEqualTo(403);
        assertThat(browser.cookies()).doesNotContainKey(Browser.COOKIE);
    }

    @Test
    void givesEveryLoginASecretOfItsOwnWhateverTheBrowserBrought() {
        String planted = "A".repeat(43);
        browser.cookies().put(Browser.COOKIE, planted);
        browser.login("high", "citizen-high", "eid");
        assertThat(browser.cookies().get(Browser.COOKIE)).isNotEqualTo(planted).hasSize(43);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' OR 1=1 --", "..", "%00"})
    void knowsNobodyByAForgedCookie(String forged) {
        browser.cookies().put(Browser.COOKIE, forged);
        assertThat(browser.get("/api/citizen/v1/me").status()).isEqualTo(401);
    }

    @Test
    void keepsNoSecretThatAReaderOfTheDatabaseCouldUse() {
        browser.login("high", "citizen-high", "eid");
        String secret = browser.cookies().get(Browser.COOKIE);
        assertThat(database.sql("SELECT COUNT(*) FROM login_session WHERE secret_hash = :secret")
                        .bind("secret", secret)
                        .mapValue(Long.class)
                        .one()
                        .block())
                .isZero();
    }

    @Test
    void writesOnlyForPagesThatKnowTheToken() {
        browser.login("high", "citizen-high", "eid");
        var other = new Browser(clients.url());
        other.login("high", "other-citizen", "eid");
        String path = "/api/citizen/v1/tickets";
        assertThat(browser.postJson(path, CONCERN).status()).isEqualTo(403);
        assertThat(browser.postJson(path, CONCERN, "X-CSRF-Token", "x").status())
                .isEqualTo(403);
        assertThat(browser.postJson(path, CONCERN, "X-CSRF-Token", other.csrfToken())
                        .status())
                .isEqualTo(403);
        String token = browser.csrfToken();
        assertThat(browser.postJson(path, CONCERN, "X-CSRF-Token", token, "Origin", ELSEWHERE)
                        .status())
                .isEqualTo(403);
        assertThat(browser.postJson(path, CONCERN, "X-CSRF-Token", token, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(browser.postJson(path, CONCERN, "X-CSRF-Token", token).status())
                .isEqualTo(201);
    }

    @Test
    void logsNobodyOutWhoDidNotMeanIt() {
        browser.login("high", "citizen-high", "eid");
        Map<String, String> form = browser.get("/logout").fields();
        assertThat(browser.post("/logout", Map.of()).status()).isEqualTo(403);
        assertThat(browser.post("/logout", form, "Origin", ELSEWHERE).status()).isEqualTo(403);
        assertThat(browser.level()).isEqualTo("high");
        assertThat(browser.post("/logout", form).status()).isEqualTo(303);
        assertThat(browser.get("/api/citizen/v1/me").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/saml2/login/nobody", "/saml2/metadata/nobody", "/saml2/nothing"})
    void tellsWhatIsNotThereAsEverywhereElse(String path) {
        var answer = browser.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
