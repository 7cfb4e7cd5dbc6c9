package de.stadttor.oauth;

import static de.stadttor.oauth.DemoApp.refused;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.contract.ContractCheck;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What is wrong with a request is told to the right one, and nobody gets anything for it. */
@OAuthTest
class OAuthBadInputTest {

    @Autowired
    private DemoApp app;

    private final TestBrowser browser = new TestBrowser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/callback",
                "http://127.0.0.1:52711/callback/",
                "http://127.0.0.1:52711/callback?x=1",
                "http://127.0.0.1:52711/callback#x",
                "http://127.0.0.1:52711/CALLBACK",
                "http://127.0.0.1:52711/callback/../evil",
                "http://127.0.0.1:52711@evil.example/callback",
                "http://127.0.0.1.evil.example/callback",
                "http://localhost:52711/callback",
                "https://127.0.0.1:52711/callback",
                "//127.0.0.1:52711/callback",
                "javascript:alert(1)",
                ""
            })
    void sendsNobodyToAnAddressThatIsNotRegistered(String redirect) {
        unanswered(app.authorize("redirect_uri", redirect));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-app", "DEMO-APP", "demo-app ", "", "'; DROP TABLE oauth_client; --"})
    void sendsNobodyAnywhereForAnUnknownApplication(String client) {
        unanswered(app.authorize("client_id", client));
    }

    @Test
    void sendsNobodyAnywhereWhenWhoAsksOrWhereToIsMissingOrToldTwice() {
        unanswered(app.authorize("client_id", null));
        unanswered(app.authorize("redirect_uri", null));
        unanswered(app.authorize() + "&client_id=demo-app");
        unanswered(app.authorize() + "&redirect_uri=https%3A%2F%2Fevil.example");
        unanswered(app.issuer() + "/oauth2/authorize");
    }

    private void unanswered(String address) {
        var answer = browser.open(address);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).contains("/problems/");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "response_type, token, unsupported_response_type",
                "response_type, code id_token, unsupported_response_type",
                "response_type, -, invalid_request",
                "response_mode, fragment, invalid_request",
                "response_mode, form_post, invalid_request",
                "code_challenge, -, invalid_request",
                "code_challenge, short, invalid_request",
                "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM, invalid_request",
                "code_challenge_method, plain, invalid_request",
                "code_challenge_method, -, invalid_request",
                "code_challenge_method, s256, invalid_request",
                "max_age, -1, invalid_request",
                "max_age, soon, invalid_request",
                "max_age, 99999999999999999999, invalid_request",
                "prompt, none login, invalid_request",
                "acr_values, HIGH, unmet_authentication_requirements",
                "acr_values, high;low, unmet_authentication_requirements",
                "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
                "request_uri, https://evil.example/request, request_uri_not_supported"
            })
    void tellsTheApplicationWhatIsWrong(String parameter, String value, String error) {
        assertThat(app.answer(browser.redirected(app.authorize(parameter, value))))
                .containsEntry("error", error)
                .doesNotContainKey("code");
    }

    @Test
    void tellsTheApplicationOfAParameterThatCameTwice() {
        assertThat(app.answer(browser.redirected(app.authorize() + "&scope=a&scope=b")))
                .containsEntry("error", "invalid_request");
        assertThat(app.answer(browser.redirected(app.authorize() + "&state=s-2")))
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("state");
    }

    @Test
    void takesNoWordForALoginThatDidNotHappen() {
        String login = browser.redirected(app.authorize("prompt", "login", "attempt", "AAAA"));
        assertThat(login).contains("/saml2/login/");
        app.tokens(browser, "citizen-high", "eid");
        assertThat(browser.redirected(app.authorize("prompt", "login", "attempt", "forged")))
                .contains("/saml2/login/");
    }

    @Test
    void sendsALoginBackToItselfOnly() {
        assertThat(browser.redirected(app.authorize("state", "https://evil.example")))
                .startsWith(app.issuer() + "/saml2/login/")
                .contains("returnTo=%2Foauth2%2Fauthorize%3F");
    }

    @Test
    void refusesARequestThatIsTooLongToComeBackTo() {
        assertThat(app.answer(browser.redirected(app.authorize("state", "s".repeat(900)))))
                .containsEntry("error", "invalid_request");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "code_verifier, xBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk, invalid_grant",
                "code_verifier, -, invalid_grant",
                "redirect_uri, http://127.0.0.1:52712/callback, invalid_grant",
                "redirect_uri, -, invalid_grant",
                "code, invented, invalid_grant",
                "client_id, unknown-app, invalid_client",
                "client_secret, guessed, invalid_client"
            })
    void givesNothingForACodeThatComesWrong(String parameter, String value, String error) {
        var form = DemoApp.redeeming(app.code(browser, "citizen-high", "eid"));
        change(form, parameter, value);
        refused(app.post("/oauth2/token", form), error);
    }

    @Test
    void takesACodeNeverAgainAfterAWrongVerifier() {
        String code = app.code(browser, "citizen-high", "eid");
        var form = DemoApp.redeeming(code);
        form.put("code_verifier", "x".repeat(43));
        refused(app.post("/oauth2/token", form), "invalid_grant");
        refused(app.redeem(code), "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "grant_type, -, invalid_request",
                "grant_type, password, unsupported_grant_type",
                "grant_type, client_credentials, invalid_client",
                "grant_type, urn:ietf:params:oauth:grant-type:token-exchange, unsupported_grant_type",
                "grant_type, invented, unsupported_grant_type",
                "client_id, -, invalid_request",
                "client_id, unknown app, invalid_client",
                "refresh_token, -, invalid_request",
                "refresh_token, invented, invalid_grant"
            })
    void givesNothingForARequestThatIsNone(String parameter, String value, String error) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                DemoApp.ID,
                "refresh_token",
                "x",
                "username",
                "u",
                "password",
                "p",
                "subject_token",
                "t",
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token"));
        change(form, parameter, value);
        refused(app.post("/oauth2/token", form), error);
    }

    @Test
    void refusesAnEmptyAndATwofoldRequest() {
        refused(app.post("/oauth2/token", Map.of()), "invalid_request");
        raw("grant_type=refresh_token&client_id=demo-app&refresh_token=x&refresh_token=y")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_request");
        refused(app.post("/oauth2/revoke", Map.of("client_id", DemoApp.ID)), "invalid_request");
        refused(app.post("/oauth2/revoke", Map.of("token", "x")), "invalid_request");
    }

    @Test
    void refusesSecretsInAHeaderInKind() {
        app.http()
                .post()
                .uri("/oauth2/token")
                .attributes(ContractCheck.wrongOnPurpose())
                .headers(headers -> headers.setBasicAuth(DemoApp.ID, "guessed"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("grant_type=refresh_token&refresh_token=x")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueMatches("WWW-Authenticate", "Basic .*")
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_client");
    }

    @Test
    void takesFormsOnly() {
        app.http()
                .post()
                .uri("/oauth2/token")
                .attributes(ContractCheck.wrongOnPurpose())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"grant_type\":\"refresh_token\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void keepsAnswersOutOfCaches() {
        var answer = browser.open(app.authorize());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        raw("grant_type=refresh_token&client_id=demo-app&refresh_token=x")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store");
    }

    @Test
    void opensNoOtherDoorWithACitizensToken() {
        JsonNode tokens = app.tokens(browser, "citizen-high", "eid");
        for (String door : new String[] {"/api/desk/v1/tickets", "/api/intake/v1/forms"}) {
            app.http()
                    .get()
                    .uri(door)
                    .headers(headers ->
                            headers.setBearerAuth(tokens.path("access_token").asString()))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
    }

    private WebTestClient.ResponseSpec raw(String form) {
        return app.http()
                .post()
                .uri("/oauth2/token")
                .attributes(ContractCheck.wrongOnPurpose())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    private static void change(Map<String, String> form, String parameter, String value) {
        if (value == null) {
            form.remove(parameter);
        } else {
            form.put(parameter, value);
        }
    }
}
