package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class StepUpTest {

    @Autowired
    private Clients clients;

    private Browser browser;
    private String ticket;

    @BeforeEach
    void logInBelowWhatATicketNeeds() {
        ticket = "/api/citizen/v1/tickets/"
                + new Desk(clients)
                        .ticketOf(Submissions.with(Map.of(
                                "form",
                                "grundsteuer-kontakt",
                                "assuranceLevel",
                                "substantial",
                                "citizen",
                                Submissions.identity("citizen-high", "localhost"),
                                "fields",
                                Map.of("aktenzeichen", "1234567890", "anliegen", "Frage zum Bescheid"))));
        browser = new Browser(clients.url());
        browser.login("basic", "citizen-high", "benutzername");
    }

    @Test
    void landsOnTheSameTicketAfterAStrongerLogin() {
        var refused = browser.get(ticket);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_user_authentication\", acr_values=\"substantial\"");
        assertThat(refused.json().path("requiredLevel").asString()).isEqualTo("substantial");
        String stepUp = refused.json().path("stepUpUrl").asString();
        assertThat(stepUp).isEqualTo("/saml2/login/bayernid?level=substantial");
        var started = browser.get(stepUp + "&returnTo=" + ticket);
        var entered = browser.finish("bayernid", browser.choose(started, "citizen-high", "elster"));
        assertThat(entered.header("Location")).isEqualTo(ticket);
        assertThat(browser.get(entered.header("Location")).status()).isEqualTo(200);
    }

    @Test
    void asksForAStrongerLoginWhereTheFirstOneWasMade() {
        var other = new Browser(clients.url());
        other.login("bundid", "basic", "citizen-high", "benutzername", "/");
        other.postJson(
                "/api/citizen/v1/tickets",
                "{\"subject\":\"Laterne\",\"text\":\"Sie flackert.\"}",
                "X-CSRF-Token",
                other.csrfToken());
        var desk = new Desk(clients);
        String own = other.get("/api/citizen/v1/tickets")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        desk.change(own, 1, Map.of("requiredLevel", "high")).expectStatus().isOk();
        assertThat(other.get("/api/citizen/v1/tickets/" + own)
                        .json()
                        .path("stepUpUrl")
                        .asString())
                .isEqualTo("/saml2/login/bundid?level=high");
    }

    @Test
    void givesTheSameSessionANewSecretAndForgetsTheOldOne() {
        String before = browser.get("/api/citizen/v1/session").json().path("id").asString();
        Browser left = browser.copy(clients.url());
        browser.login("high", "citizen-high", "eid");
        assertThat(browser.get("/api/citizen/v1/session").json().path("id").asString())
                .isEqualTo(before);
        assertThat(browser.cookies().get(Browser.COOKIE))
                .isNotEqualTo(left.cookies().get(Browser.COOKIE));
        assertThat(left.get("/api/citizen/v1/me").status()).isEqualTo(401);
    }

    @Test
    void refusesAnotherPersonAndLeavesTheSessionAsItWas() {
        String subject =
                browser.get("/api/citizen/v1/me").json().path("subject").asString();
        var refused = browser.login("bayernid", "high", "other-citizen", "eid", ticket);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("Andere Person").contains("DEMO").contains("href=\"" + ticket + "\"");
        var me = browser.get("/api/citizen/v1/me").json();
        assertThat(me.path("subject").asString()).isEqualTo(subject);
        assertThat(me.path("assuranceLevel").asString()).isEqualTo("basic");
        assertThat(browser.get(ticket).status()).isEqualTo(401);
    }

    @Test
    void changesNothingWhenItIsBrokenOff() {
        var started = browser.start("bayernid", "high", ticket);
        var cancelled = browser.post(
                "/demo/idp/sso",
                Map.of(
                        "SAMLRequest", started.fields().get("SAMLRequest"),
                        "RelayState", started.fields().get("RelayState"),
                        "action", "cancel"));
        assertThat(browser.finish("bayernid", cancelled).status()).isEqualTo(200);
        assertThat(browser.level()).isEqualTo("basic");
    }
}
