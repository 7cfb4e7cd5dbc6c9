package de.stadttor.oauth;

import static de.stadttor.oauth.DemoApp.granted;
import static de.stadttor.oauth.DemoApp.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OAuthTest
class OAuthFlowTest {

    @Autowired
    private DemoApp app;

    private final TestBrowser browser = new TestBrowser();

    @Test
    void leadsFromALoginToACodeToTokensToTheCitizensOwnData() {
        JsonNode tokens = app.tokens(browser, "citizen-high", "eid");
        assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(300);
        app.me(token(tokens))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.assuranceLevel")
                .isEqualTo("high")
                .jsonPath("$.name")
                .isEqualTo("Hanna Hoch");
    }

    @Test
    void issuesTokensAsRfc9068Says() throws Exception {
        SignedJWT token = SignedJWT.parse(token(app.tokens(browser, "citizen-substantial", "authega")));
        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(claims.getIssuer()).isEqualTo(app.issuer());
        assertThat(claims.getAudience()).containsExactly("stadttor-citizen");
        assertThat(claims.getStringClaim("client_id")).isEqualTo(DemoApp.ID);
        assertThat(claims.getStringClaim("acr")).isEqualTo("substantial");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(300_000);
        assertThat(claims.getClaims()).containsKeys("jti", "auth_time", "scope").doesNotContainKeys("name", "email");
        assertThat(claims.getSubject()).hasSize(43);
        assertThat(verified(token)).isTrue();
    }

    private boolean verified(SignedJWT token) throws Exception {
        String keys = new String(app.http()
                .get()
                .uri("/oauth2/jwks")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
        RSAKey key =
                JWKSet.parse(keys).getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.size()).isEqualTo(3072);
        return token.verify(new RSASSAVerifier(key));
    }

    @Test
    void givesACodeAtOnceToABrowserThatIsLoggedIn() {
        app.tokens(browser, "citizen-low", "benutzername");
        var answer = app.answer(browser.redirected(app.authorize("state", "s-2")));
        assertThat(answer).containsEntry("state", "s-2").containsKey("code").doesNotContainKey("error");
    }

    @Test
    void refreshesWithANewTokenEachTimeAndEndsAllWhenAnOldOneComesAgain() {
        JsonNode first = app.tokens(browser, "citizen-high", "eid");
        JsonNode second = granted(app.refresh(refresh(first)));
        assertThat(refresh(second)).isNotEqualTo(refresh(first));
        app.me(token(second)).expectStatus().isOk();
        refused(app.refresh(refresh(first)), "invalid_grant");
        refused(app.refresh(refresh(second)), "invalid_grant");
        app.me(token(second)).expectStatus().isUnauthorized();
        app.me(token(first)).expectStatus().isUnauthorized();
    }

    @Test
    void endsWhatACodeGaveWhenItComesAgain() {
        String code = app.code(browser, "citizen-high", "eid");
        JsonNode tokens = granted(app.redeem(code));
        refused(app.redeem(code), "invalid_grant");
        app.me(token(tokens)).expectStatus().isUnauthorized();
        refused(app.refresh(refresh(tokens)), "invalid_grant");
    }

    @Test
    void revokesByEitherTokenAndLeavesTheLoginAlone() {
        JsonNode one = app.tokens(browser, "citizen-high", "eid");
        JsonNode other = granted(
                app.redeem(app.answer(browser.redirected(app.authorize())).get("code")));
        assertThat(revoked(refresh(one))).isEqualTo(200);
        app.me(token(one)).expectStatus().isUnauthorized();
        app.me(token(other)).expectStatus().isOk();
        assertThat(revoked(token(other))).isEqualTo(200);
        refused(app.refresh(refresh(other)), "invalid_grant");
        assertThat(app.answer(browser.redirected(app.authorize()))).containsKey("code");
    }

    private int revoked(String token) {
        return app.post("/oauth2/revoke", Map.of("token", token, "client_id", DemoApp.ID))
                .getStatus()
                .value();
    }

    @Test
    void letsATokenDieWithTheLoginAtOnce() {
        JsonNode tokens = app.tokens(browser, "citizen-high", "eid");
        browser.submit(browser.open(app.issuer() + "/logout"), Map.of());
        app.me(token(tokens)).expectStatus().isUnauthorized();
        refused(app.refresh(refresh(tokens)), "invalid_grant");
    }

    @Test
    void stepsUpAfterA401AndTheSameGrantIsWorthMore() {
        JsonNode weak = app.tokens(browser, "citizen-high", "benutzername");
        app.me(token(weak)).expectBody().jsonPath("$.assuranceLevel").isEqualTo("basic");
        String login = browser.redirected(app.authorize("acr_values", "high"));
        assertThat(login).contains("/saml2/login/", "level=high");
        String code = app.answer(browser.redirected(browser.logIn(login, "citizen-high", "eid")))
                .get("code");
        JsonNode strong = granted(app.redeem(code));
        app.me(token(strong)).expectBody().jsonPath("$.assuranceLevel").isEqualTo("high");
        app.me(token(weak)).expectBody().jsonPath("$.assuranceLevel").isEqualTo("basic");
        JsonNode refreshed = granted(app.refresh(refresh(weak)));
        app.me(token(refreshed)).expectBody().jsonPath("$.assuranceLevel").isEqualTo("high");
    }

    @Test
    void stepsUpWithTheIdentityProviderThatKnowsThePerson() {
        browser.logIn(app.issuer() + "/saml2/login/bundid?level=basic&returnTo=/demo", "citizen-high", "benutzername");
        assertThat(browser.redirected(app.authorize("acr_values", "high")))
                .startsWith(app.issuer() + "/saml2/login/bundid?level=high");
    }

    @Test
    void takesAnyOfSeveralLevels() {
        app.tokens(browser, "citizen-high", "authega");
        assertThat(app.answer(browser.redirected(app.authorize("acr_values", "high substantial"))))
                .containsKey("code");
    }

    @Test
    void showsNoPageWhenNoneIsAllowed() {
        error("login_required", "prompt", "none");
        app.tokens(browser, "citizen-high", "benutzername");
        assertThat(app.answer(browser.redirected(app.authorize("prompt", "none"))))
                .containsKey("code");
        error("interaction_required", "prompt", "none", "acr_values", "high");
        error("login_required", "prompt", "none", "max_age", "0");
    }

    @Test
    void hasThePersonProveItAgainWhenAskedAndTakesThatOnce() {
        app.tokens(browser, "citizen-high", "benutzername");
        for (String[] wish : new String[][] {{"prompt", "login"}, {"max_age", "0"}}) {
            String login = browser.redirected(app.authorize(wish[0], wish[1]));
            assertThat(login).contains("/saml2/login/", "force=true");
            String back = browser.logIn(login, "citizen-high", "benutzername");
            assertThat(app.answer(browser.redirected(back))).containsKey("code");
        }
        assertThat(app.answer(browser.redirected(app.authorize("max_age", "3600"))))
                .containsKey("code");
    }

    @Test
    void saysWhenALevelWasNotReached() {
        error("unmet_authentication_requirements", "acr_values", "superb");
        app.tokens(browser, "citizen-high", "benutzername");
        String login = browser.redirected(app.authorize("acr_values", "high"));
        String back = login.replaceFirst(".*returnTo=", "");
        String again = URLDecoder.decode(back, StandardCharsets.UTF_8);
        assertThat(app.answer(browser.redirected(app.issuer() + again)))
                .containsEntry("error", "unmet_authentication_requirements");
    }

    @Test
    void saysWhenThePersonCameBackWithoutALogin() {
        String login = browser.redirected(app.authorize());
        String back = URLDecoder.decode(login.replaceFirst(".*returnTo=", ""), StandardCharsets.UTF_8);
        assertThat(app.answer(browser.redirected(app.issuer() + back))).containsEntry("error", "access_denied");
    }

    @Test
    void calledTheSameInEveryGrantOfOneApplication() throws Exception {
        String once = SignedJWT.parse(token(app.tokens(browser, "citizen-high", "eid")))
                .getJWTClaimsSet()
                .getSubject();
        String again = SignedJWT.parse(token(app.tokens(new TestBrowser(), "citizen-high", "benutzername")))
                .getJWTClaimsSet()
                .getSubject();
        String other = SignedJWT.parse(token(app.tokens(new TestBrowser(), "other-citizen", "eid")))
                .getJWTClaimsSet()
                .getSubject();
        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void tellsClientsAllTheyMustKnow() {
        app.http()
                .get()
                .uri("/.well-known/oauth-authorization-server")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.issuer")
                .isEqualTo(app.issuer())
                .jsonPath("$.acr_values_supported")
                .isEqualTo(List.of("basic", "low", "substantial", "high"))
                .jsonPath("$.code_challenge_methods_supported")
                .isEqualTo(List.of("S256"))
                .jsonPath("$.authorization_response_iss_parameter_supported")
                .isEqualTo(true);
    }

    private void error(String error, String... changes) {
        assertThat(app.answer(browser.redirected(app.authorize((Object[]) changes))))
                .containsEntry("error", error)
                .containsEntry("state", "s-1")
                .doesNotContainKey("code");
    }

    private static String token(JsonNode tokens) {
        return tokens.path("access_token").asString();
    }

    private static String refresh(JsonNode tokens) {
        return tokens.path("refresh_token").asString();
    }
}
