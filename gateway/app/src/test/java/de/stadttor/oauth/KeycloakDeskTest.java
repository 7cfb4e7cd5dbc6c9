package de.stadttor.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import de.stadttor.GatewayApplication;
import de.stadttor.gateway.TestHome;
import de.stadttor.peers.Keycloak;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/**
 * Caseworkers who log in at a real Keycloak. Its realm would also give out {@code admin} and {@code submit}; the
 * operator lets it grant {@code caseworker} only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakDeskTest {

    private Keycloak keycloak;
    private ConfigurableApplicationContext program;
    private WebTestClient http;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Keycloak.require();
        keycloak = Keycloak.start(OwnPort.free(), "stadt", realm(), folder);
        int port = OwnPort.free();
        program = new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new TestHome())
                .run(
                        "--server.port=" + port,
                        "--stadttor.web.public-url=http://localhost:" + port,
                        "--stadttor.operations.issuers[0].name=" + keycloak.realm(),
                        "--stadttor.operations.issuers[0].keys=" + keycloak.realm() + "/protocol/openid-connect/certs",
                        "--stadttor.operations.issuers[0].apis=desk",
                        "--stadttor.operations.issuers[0].roles=caseworker",
                        "--stadttor.operations.issuers[0].roles-claim=realm_access.roles",
                        "--stadttor.operations.issuers[0].queues-claim=stadttor.queues");
        http = WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @AfterAll
    void stop() {
        if (program != null) {
            program.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    private static String realm() throws IOException {
        try (InputStream file = KeycloakDeskTest.class.getResourceAsStream("/keycloak/stadt-realm.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void letsACaseworkerInWhoseTokenSaysSo() throws Exception {
        String token = token("desk", "karin");
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getAudience()).contains("stadttor-desk");
        assertThat(claims.getJSONObjectClaim("stadttor")).containsEntry("queues", List.of("umwelt"));
        at("/api/desk/v1/tickets", token).expectStatus().isOk();
    }

    @Test
    void keepsOutWhoHasNoRole() {
        at("/api/desk/v1/tickets", token("desk", "otto")).expectStatus().isForbidden();
    }

    @Test
    void keepsOutATokenForAnotherAudience() {
        at("/api/desk/v1/tickets", token("elsewhere", "karin")).expectStatus().isUnauthorized();
    }

    @Test
    void opensNoDoorThatTheIssuerMayNotOpen() {
        String token = token("desk", "karin");
        at("/api/intake/v1/forms", token).expectStatus().isUnauthorized();
        at("/api/citizen/v1/me", token).expectStatus().isUnauthorized();
    }

    private WebTestClient.ResponseSpec at(String path, String token) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    /** The access token of somebody who logs in now; the password is the name. */
    private String token(String client, String name) {
        var asking = DemoApp.asking();
        asking.put("client_id", client);
        asking.put("scope", "openid");
        var browser = new TestBrowser();
        var page = browser.open(address("auth") + "?" + TestBrowser.encoded(asking));
        HttpResponse<String> answer = browser.submit(page, Map.of("username", name, "password", name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String code = UriComponentsBuilder.fromUri(
                        URI.create(answer.headers().firstValue("Location").orElseThrow()))
                .build()
                .getQueryParams()
                .getFirst("code");
        var form = DemoApp.redeeming(code);
        form.put("client_id", client);
        return WebTestClient.bindToServer()
                .build()
                .post()
                .uri(address("token"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(TestBrowser.encoded(form))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("access_token")
                .asString();
    }

    private String address(String endpoint) {
        return keycloak.realm() + "/protocol/openid-connect/" + endpoint;
    }
}
