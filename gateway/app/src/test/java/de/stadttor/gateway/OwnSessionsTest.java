package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@GatewayTest
class OwnSessionsTest {

    private static final String SESSIONS = "/api/citizen/v1/sessions";

    @Autowired
    private Clients clients;

    @Autowired
    private DatabaseClient database;

    private Browser browser;

    @BeforeEach
    void logIn() {
        browser = new Browser(clients.url());
        browser.login("high", "citizen-high", "eid");
    }

    @Test
    void areListedAndEndedFromAnotherBrowser() {
        var other = new Browser(clients.url());
        other.login("high", "citizen-high", "eid");
        assertThat(items(browser.get(SESSIONS)))
                .anySatisfy(item -> assertThat(item.path("current").asBoolean()).isTrue())
                .anySatisfy(item -> assertThat(item.path("id").asString()).isEqualTo(id(other)));
        assertThat(browser.delete(SESSIONS + "/" + id(other), "X-CSRF-Token", browser.csrfToken())
                        .status())
                .isEqualTo(204);
        assertThat(other.get("/api/citizen/v1/me").status()).isEqualTo(401);
        assertThat(browser.level()).isEqualTo("high");
    }

    @Test
    void pageByCursorTheYoungestFirst() {
        var other = new Browser(clients.url());
        other.login("high", "citizen-high", "eid");
        JsonNode first = browser.get(SESSIONS + "?limit=1").json();
        assertThat(first.path("items").get(0).path("id").asString()).isEqualTo(id(other));
        JsonNode second = browser.get(
                        SESSIONS + "?limit=1&cursor=" + first.path("next").asString())
                .json();
        assertThat(second.path("items").get(0).path("id").asString()).isEqualTo(id(browser));
    }

    @Test
    void ofSomebodyElseDoNotExist() {
        var other = new Browser(clients.url());
        other.login("high", "other-citizen", "eid");
        String token = browser.csrfToken();
        assertThat(browser.delete(SESSIONS + "/" + id(other), "X-CSRF-Token", token)
                        .status())
                .isEqualTo(404);
        assertThat(browser.delete(SESSIONS + "/" + UUID.randomUUID(), "X-CSRF-Token", token)
                        .status())
                .isEqualTo(404);
        assertThat(other.level()).isEqualTo("high");
    }

    @ParameterizedTest
    @CsvSource({
        "authenticated_at, 29, high",
        "authenticated_at, 31, substantial",
        "authenticated_at, 121, low",
        "authenticated_at, 721, ''",
        "last_used_at, 4, high",
        "last_used_at, 6, substantial",
        "last_used_at, 31, low",
        "last_used_at, 61, ''"
    })
    void age(String since, int minutes, String worth) {
        setBack(since, minutes);
        assertThat(browser.level()).isEqualTo(worth);
    }

    @Test
    void keepTheLevelThatTooLongARestLeft() {
        setBack("last_used_at", 6);
        assertThat(browser.level()).isEqualTo("substantial");
        assertThat(browser.level()).isEqualTo("substantial");
    }

    @Test
    void areNotUsedByAnOpenStream() throws Exception {
        setBack("last_used_at", 4);
        String before = lastUsed();
        var stream = HttpClient.newHttpClient()
                .send(
                        browser.request("/api/citizen/v1/events")
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.body().findFirst()).isPresent();
        assertThat(lastUsed()).isEqualTo(before);
    }

    @Test
    void endTheirStreamsWithinFiveSecondsOfALogout() throws Exception {
        String token = browser.csrfToken();
        assertThat(closedAfter(() -> browser.delete("/api/citizen/v1/session", "X-CSRF-Token", token)))
                .isEqualTo("{\"reason\":\"logout\"}");
    }

    @Test
    void endTheirStreamsWithinFiveSecondsOfAgeing() throws Exception {
        assertThat(closedAfter(() -> setBack("authenticated_at", 31))).isEqualTo("{\"reason\":\"levelAged\"}");
    }

    private String closedAfter(Runnable change) throws Exception {
        var request = browser.request("/api/citizen/v1/events")
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(10));
        Stream<String> lines = HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofLines())
                .body();
        long begun = System.nanoTime();
        change.run();
        String closed = lines.dropWhile(line -> !line.equals("event:closed"))
                .filter(line -> line.startsWith("data:"))
                .findFirst()
                .orElseThrow();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        return closed.substring("data:".length());
    }

    private void setBack(String column, int minutes) {
        database.sql("UPDATE login_session SET " + column + " = UTC_TIMESTAMP(6) - INTERVAL " + minutes
                        + " MINUTE WHERE id = CAST(:id AS UUID)")
                .bind("id", id(browser))
                .then()
                .block();
    }

    private String lastUsed() {
        return database.sql("SELECT CAST(last_used_at AS CHAR) AS used FROM login_session ORDER BY id DESC LIMIT 1")
                .map(row -> row.get("used", String.class))
                .one()
                .block();
    }

    private static String id(Browser of) {
        return of.get("/api/citizen/v1/session").json().path("id").asString();
    }

    private static Iterable<JsonNode> items(Browser.Answer answer) {
        return answer.json().path("items");
    }
}
