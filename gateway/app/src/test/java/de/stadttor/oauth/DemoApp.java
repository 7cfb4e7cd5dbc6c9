package de.stadttor.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.contract.ContractCheck;
import de.stadttor.web.PublicUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** The demo's application, {@code demo-app}. Answers are held against the contract. */
@TestComponent
final class DemoApp {

    static final String ID = "demo-app";
    static final String REDIRECT = "http://127.0.0.1:52711/callback";

    /** RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final PublicUrl publicUrl;

    DemoApp(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    String issuer() {
        return publicUrl.origin();
    }

    WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl(publicUrl.origin())
                .filter(ContractCheck.ofAll())
                .build();
    }

    /** The parameters of a request that is right. */
    static Map<String, String> asking() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("client_id", ID);
        parameters.put("redirect_uri", REDIRECT);
        parameters.put("response_type", "code");
        parameters.put("code_challenge", CHALLENGE);
        parameters.put("code_challenge_method", "S256");
        parameters.put("state", "s-1");
        return parameters;
    }

    /** The address of such a request, changed: a value of null takes the parameter away. */
    String authorize(Object... changes) {
        var parameters = asking();
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                parameters.remove((String) changes[i]);
            } else {
                parameters.put((String) changes[i], (String) changes[i + 1]);
            }
        }
        return publicUrl.resolve("/oauth2/authorize?" + TestBrowser.encoded(parameters));
    }

    /** The parameters that came back to the application. */
    Map<String, String> answer(String address) {
        assertThat(address).startsWith(REDIRECT + "?");
        var parameters = UriComponentsBuilder.fromUriString(address).build().getQueryParams();
        assertThat(parameters).allSatisfy((_, values) -> assertThat(values).hasSize(1));
        var single = parameters.toSingleValueMap();
        assertThat(single.get("iss"))
                .isIn(issuer(), TestBrowser.encoded(Map.of("", issuer())).substring(1));
        return single;
    }

    /** A code for somebody who logs in now. */
    String code(TestBrowser browser, String persona, String means) {
        String login = browser.redirected(authorize());
        return answer(browser.redirected(browser.logIn(login, persona, means))).get("code");
    }

    JsonNode tokens(TestBrowser browser, String persona, String means) {
        return granted(redeem(code(browser, persona, means)));
    }

    EntityExchangeResult<JsonNode> redeem(String code) {
        return post("/oauth2/token", redeeming(code));
    }

    static Map<String, String> redeeming(String code) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", ID);
        form.put("code", code);
        form.put("redirect_uri", REDIRECT);
        form.put("code_verifier", VERIFIER);
        return form;
    }

    EntityExchangeResult<JsonNode> refresh(String token) {
        return post("/oauth2/token", Map.of("grant_type", "refresh_token", "client_id", ID, "refresh_token", token));
    }

    EntityExchangeResult<JsonNode> post(String path, Map<String, String> form) {
        return http().post()
                .uri(path)
                .attributes(ContractCheck.wrongOnPurpose())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(TestBrowser.encoded(form))
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
    }

    static JsonNode granted(EntityExchangeResult<JsonNode> answer) {
        assertThat(answer.getStatus().value())
                .as(String.valueOf(answer.getResponseBody()))
                .isEqualTo(200);
        return answer.getResponseBody();
    }

    static void refused(EntityExchangeResult<JsonNode> answer, String error) {
        assertThat(answer.getStatus().value())
                .as(String.valueOf(answer.getResponseBody()))
                .isEqualTo(400);
        assertThat(answer.getResponseBody().path("error").asString()).isEqualTo(error);
    }

    /** What the citizens' API answers to a token. */
    WebTestClient.ResponseSpec me(String token) {
        return http().get()
                .uri("/api/citizen/v1/me")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }
}
