package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.GatewayApplication;
import de.stadttor.saml.testidp.IncomingRequest;
import de.stadttor.saml.testidp.LoginMeans;
import de.stadttor.saml.testidp.People;
import de.stadttor.saml.testidp.Person;
import de.stadttor.saml.testidp.ServiceProvider;
import de.stadttor.saml.testidp.TestIdentityProvider;
import de.stadttor.saml.testidp.answer.IdpKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;

/** An installation that an operator configured, behind https, with an identity provider elsewhere. */
class RealModeTest {

    private static final URI PROVIDER = URI.create("https://idp.example/idp");
    private static final String SELF = "https://gateway.musterstadt.example";
    private static final String CONSUMER = SELF + "/saml2/acs/bayernid";

    private static final IdpKey SIGNING = IdpKey.generate("signing");
    private static final IdpKey DECRYPTION = IdpKey.generate("decryption");
    private static final TestIdentityProvider IDP = new TestIdentityProvider(
            PROVIDER,
            IdpKey.generate("idp"),
            _ -> Optional.of(new ServiceProvider(
                    SELF + "/saml2/metadata/bayernid",
                    Set.of(URI.create(CONSUMER)),
                    List.of(SIGNING.certificate()),
                    DECRYPTION.certificate())),
            Clock.systemUTC());

    private static ReactiveWebServerApplicationContext program;

    private final Browser browser =
            new Browser("http://localhost:" + program.getWebServer().getPort());

    @BeforeAll
    static void start() throws IOException {
        Path home = TestHome.fresh();
        Path metadata = Files.writeString(home.resolve("idp.xml"), IDP.metadata());
        program = (ReactiveWebServerApplicationContext) new SpringApplicationBuilder(GatewayApplication.class)
                .run(
                        "--server.port=0",
                        "--stadttor.store.home=" + home,
                        "--stadttor.store.binaries=" + TestHome.BINARIES,
                        "--stadttor.web.public-url=" + SELF,
                        "--stadttor.saml.signing[0].private-key=" + SIGNING.privateKeyPem(),
                        "--stadttor.saml.signing[0].certificate=" + SIGNING.certificatePem(),
                        "--stadttor.saml.decryption[0].private-key=" + DECRYPTION.privateKeyPem(),
                        "--stadttor.saml.decryption[0].certificate=" + DECRYPTION.certificatePem(),
                        "--stadttor.saml.profiles.bayernid.organization-display-name=Musterstadt",
                        "--stadttor.saml.profiles.bayernid.provider.entity-id=" + PROVIDER,
                        "--stadttor.saml.profiles.bayernid.provider.metadata=" + metadata.toUri());
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo", "/demo/token/citizen-high", "/demo/idp/metadata", "/demo/idp/sso"})
    void knowsNoDemo(String path) {
        assertThat(browser.get(path).status()).isEqualTo(404);
    }

    @Test
    void logsInWithCookiesThatAreBoundToTheHost() {
        var started = browser.start("bayernid", "high", "/");
        assertThat(started.header("Set-Cookie"))
                .startsWith("__Host-saml-login=")
                .contains("Secure", "SameSite=None");
        var entered = browser.post("/saml2/acs/bayernid", answerOf(started.fields()));
        assertThat(entered.status()).isEqualTo(303);
        assertThat(entered.header("Set-Cookie"))
                .startsWith("__Host-stadttor-login=")
                .containsIgnoringCase("HttpOnly")
                .contains("Secure", "SameSite=Lax", "Path=/");
        assertThat(browser.level()).isEqualTo("high");
        assertThat(browser.get("/logout").text()).doesNotContain("DEMO");
    }

    @Test
    void knowsNoProfileThatNobodyConfigured() {
        assertThat(browser.get("/saml2/metadata/bayernid").text()).contains("entityID=\"" + SELF);
        assertThat(browser.get("/saml2/login/bundid").status()).isEqualTo(404);
    }

    private static Map<String, String> answerOf(Map<String, String> request) {
        Person erika = People.all().stream()
                .filter(person -> person.id().equals("citizen-high"))
                .findAny()
                .orElseThrow();
        String relayState = request.get("RelayState");
        var read = IDP.read(new IncomingRequest.ByPost(request.get("SAMLRequest"), relayState));
        var answer = IDP.login(read, relayState, erika, LoginMeans.EID);
        return Map.of("SAMLResponse", answer.samlResponse(), "RelayState", answer.relayState());
    }
}
