package de.stadttor.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import de.stadttor.GatewayApplication;
import de.stadttor.gateway.OwnPort;
import de.stadttor.gateway.TestHome;
import de.stadttor.peers.Keycloak;
import de.stadttor.peers.Realm;
import de.stadttor.saml.testidp.answer.IdpKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Keycloak in three roles: BayernID for the gateway's own login, a broker whose tokens citizens bring, and the
 * city's provider for caseworkers. The last one's realm would also give out {@code admin} and {@code submit}; the
 * operator lets it grant {@code caseworker} only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTest {

    private static final IdpKey SIGNING = IdpKey.generate("signing");
    private static final IdpKey DECRYPTION = IdpKey.generate("decryption");
    private static final String SAML = "--stadttor.saml.";
    private static final String BAYERNID = SAML + "profiles.bayernid.";

    private Keycloak keycloak;
    private ConfigurableApplicationContext program;
    private String self;
    private WebTestClient http;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Keycloak.require();
        int port = OwnPort.free();
        self = "http://localhost:" + port;
        keycloak = Keycloak.start(OwnPort.free(), folder, new Realm("stadt", realm()), bayernId());
        Path metadata =
                Files.writeString(folder.resolve("idp.xml"), keycloak.read("bayernid", "/protocol/saml/descriptor"));
        var settings = new ArrayList<>(List.of("--server.port=" + port, "--stadttor.web.public-url=" + self));
        settings.addAll(desk());
        settings.addAll(broker());
        settings.addAll(login(metadata));
        program = new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new TestHome())
                .run(settings.toArray(String[]::new));
        http = WebTestClient.bindToServer().baseUrl(self).build();
    }

    private Realm bayernId() {
        return Realm.bayernId(
                self + "/saml2/metadata/bayernid",
                self + "/saml2/acs/bayernid",
                SIGNING.certificate(),
                DECRYPTION.certificate());
    }

    private List<String> desk() {
        String issuer = "--stadttor.operations.issuers[0].";
        return List.of(
                issuer + "name=" + keycloak.realm("stadt"),
                issuer + "keys=" + keycloak.realm("stadt") + "/protocol/openid-connect/certs",
                issuer + "apis=desk",
                issuer + "roles=caseworker",
                issuer + "roles-claim=realm_access.roles",
                issuer + "queues-claim=stadttor.queues");
    }

    private List<String> broker() {
        String issuer = "--stadttor.operations.issuers[1].";
        return List.of(
                issuer + "name=" + keycloak.realm("bayernid"),
                issuer + "keys=" + keycloak.realm("bayernid") + "/protocol/openid-connect/certs",
                issuer + "apis=citizen",
                issuer + "sp-host=localhost",
                issuer + "levels[STORK-QAA-Level-3]=substantial",
                issuer + "levels[STORK-QAA-Level-4]=high");
    }

    private List<String> login(Path metadata) {
        return List.of(
                SAML + "signing[0].private-key=" + SIGNING.privateKeyPem(),
                SAML + "signing[0].certificate=" + SIGNING.certificatePem(),
                SAML + "decryption[0].private-key=" + DECRYPTION.privateKeyPem(),
                SAML + "decryption[0].certificate=" + DECRYPTION.certificatePem(),
                BAYERNID + "organization-display-name=Musterstadt",
                BAYERNID + "provider.entity-id=" + keycloak.realm("bayernid"),
                BAYERNID + "provider.metadata=" + metadata.toUri());
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
        try (InputStream file = KeycloakTest.class.getResourceAsStream("/keycloak/stadt-realm.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The realm's flow for the highest level asks for the password once more. */
    @Test
    void logsACitizenInAndRaisesTheLevelOfTheSamePerson() throws Exception {
        var browser = new TestBrowser();
        var form = submit(browser, browser.open(self + "/saml2/login/bayernid?level=substantial"), Map.of());
        enter(browser, submit(browser, form, Map.of("username", "erika", "password", "erika")));
        var first = me(browser);
        assertThat(first.path("assuranceLevel").asString()).isEqualTo("substantial");
        assertThat(first.path("name").asString()).isEqualTo("Erika Mustermann");

        var again = submit(browser, browser.open(self + "/saml2/login/bayernid?level=high"), Map.of());
        var second = submit(browser, again, Map.of("username", "erika", "password", "erika"));
        enter(browser, submit(browser, second, Map.of("password", "erika")));
        var raised = me(browser);
        assertThat(raised.path("assuranceLevel").asString()).isEqualTo("high");
        assertThat(raised.path("subject")).isEqualTo(first.path("subject"));
    }

    @Test
    void takesTheLevelOfABrokersTokenByItsMap() throws Exception {
        String token = token("bayernid", "portal", "erika");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("acr"))
                .isEqualTo("STORK-QAA-Level-3");
        var me = at("/api/citizen/v1/me", token)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(me.path("assuranceLevel").asString()).isEqualTo("substantial");
        at("/api/desk/v1/tickets", token).expectStatus().isUnauthorized();
    }

    @Test
    void letsACaseworkerInWhoseTokenSaysSo() throws Exception {
        String token = token("stadt", "desk", "karin");
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertThat(claims.getAudience()).contains("stadttor-desk");
        assertThat(claims.getJSONObjectClaim("stadttor")).containsEntry("queues", List.of("umwelt"));
        at("/api/desk/v1/tickets", token).expectStatus().isOk();
    }

    @Test
    void keepsOutWhoHasNoRole() {
        at("/api/desk/v1/tickets", token("stadt", "desk", "otto"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void keepsOutATokenForAnotherAudience() {
        at("/api/desk/v1/tickets", token("stadt", "elsewhere", "karin"))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void opensNoDoorThatTheIssuerMayNotOpen() {
        String token = token("stadt", "desk", "karin");
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
    private String token(String realm, String client, String name) {
        var asking = DemoApp.asking();
        asking.put("client_id", client);
        asking.put("scope", "openid");
        var browser = new TestBrowser();
        var page = browser.open(address(realm, "auth") + "?" + TestBrowser.encoded(asking));
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
                .uri(address(realm, "token"))
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

    private String address(String realm, String endpoint) {
        return keycloak.realm(realm) + "/protocol/openid-connect/" + endpoint;
    }

    private static void enter(TestBrowser browser, HttpResponse<String> answer) {
        assertThat(browser.submit(answer, Map.of()).statusCode()).isEqualTo(303);
    }

    /** Keycloak leads from page to page by redirects. */
    private static HttpResponse<String> submit(
            TestBrowser browser, HttpResponse<String> page, Map<String, String> fields) {
        var next = browser.submit(page, fields);
        while (next.statusCode() == 302) {
            next = browser.open(next.uri()
                    .resolve(next.headers().firstValue("Location").orElseThrow())
                    .toString());
        }
        return next;
    }

    private JsonNode me(TestBrowser browser) {
        return new JsonMapper()
                .readTree(browser.open(self + "/api/citizen/v1/me").body());
    }
}
