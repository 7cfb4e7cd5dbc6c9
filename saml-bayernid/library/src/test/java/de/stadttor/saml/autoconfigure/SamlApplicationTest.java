package de.stadttor.saml.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.TestKeys;
import de.stadttor.saml.opensaml.ServiceMetadataWriter;
import de.stadttor.saml.profile.SamlProfiles;
import de.stadttor.saml.testidp.Conduct;
import de.stadttor.saml.testidp.People;
import de.stadttor.saml.testidp.ProviderRoutes;
import de.stadttor.saml.testidp.ServiceProviderMetadata;
import de.stadttor.saml.testidp.TestIdentityProvider;
import de.stadttor.saml.testidp.answer.Attacks;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.HttpStatusServerEntryPoint;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The whole thing over HTTP: a stranger's application with nothing but settings, and the provider beside it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SamlApplicationTest {

    private static final URI PROVIDER = URI.create("http://localhost/demo/idp");
    private static final Pattern INPUT = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");

    @TempDir
    static Path folder;

    @Autowired
    private TestIdentityProvider provider;

    private final WebTestClient client;
    private final String here;

    SamlApplicationTest(@LocalServerPort int port) {
        here = "http://localhost:" + port;
        client = WebTestClient.bindToServer().baseUrl(here).build();
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path metadata = folder.resolve("idp.xml");
        Files.writeString(
                metadata,
                new TestIdentityProvider(PROVIDER, TestKeys.PROVIDER, _ -> Optional.empty(), Clock.systemUTC())
                        .metadata());
        registry.add("stadttor.saml.public-url", () -> "http://localhost");
        registry.add("stadttor.saml.signing[0].private-key", TestKeys.SIGNING::privateKeyPem);
        registry.add("stadttor.saml.signing[0].certificate", TestKeys.SIGNING::certificatePem);
        registry.add("stadttor.saml.decryption[0].private-key", TestKeys.DECRYPTION::privateKeyPem);
        registry.add("stadttor.saml.decryption[0].certificate", TestKeys.DECRYPTION::certificatePem);
        for (String profile : new String[] {"bayernid", "bundid"}) {
            String prefix = "stadttor.saml.profiles." + profile + ".";
            registry.add(prefix + "organization-display-name", () -> "Musterstadt \"><script>");
            registry.add(prefix + "provider.entity-id", PROVIDER::toString);
            registry.add(prefix + "provider.metadata", metadata::toUri);
        }
        registry.add("stadttor.saml.profiles.bundid.binding", () -> "REDIRECT");
    }

    @AfterEach
    void behaveAgain() {
        provider.behave(Conduct.HONEST);
    }

    @Test
    void logsInThroughTheBrowserAndComesBackToWhereItBegan() {
        var begun = begin("/saml2/login/bayernid?level=high&returnTo=/me?x=1");
        var ended = post(answer(begun, "citizen-high", "eid"), begun.cookie(), "/saml2/acs/bayernid");

        assertThat(ended.getStatus().value()).isEqualTo(303);
        assertThat(ended.getResponseHeaders().getLocation()).hasToString("/me?x=1");
        assertThat(body("/me", session(ended))).contains("demo-citizen-high", "LEVEL_HIGH");
    }

    @Test
    void logsInByRedirectWithTheOtherProfileBesideIt() {
        var response = client.get()
                .uri("/saml2/login/bundid")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .returnResult();
        String cookie = response.getResponseCookies().getFirst("saml-login").getValue();
        URI away = response.getResponseHeaders().getLocation();
        var form = inputs(client.get()
                .uri(URI.create(here + away.getRawPath() + "?" + away.getRawQuery()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult());
        var ended = post(answer(new Begun(cookie, form), "citizen-substantial", "elster"), cookie, "/saml2/acs/bundid");

        assertThat(ended.getStatus().value()).isEqualTo(303);
    }

    @Test
    void givesEveryLoginAFreshSessionId() {
        String before = session(login("citizen-high"));
        var begun = begin("/saml2/login/bayernid");
        var again = postWithSession(answer(begun, "citizen-high", "eid"), begun.cookie(), before);

        assertThat(session(again)).isNotEqualTo(before);
        assertThat(status("/me", before)).isEqualTo(401);
        assertThat(status("/me", session(again))).isEqualTo(200);
    }

    @Test
    void leavesARunningSessionAloneWhenAnAnswerIsRefusedOrTheLoginCancelled() {
        String session = session(login("citizen-high"));
        var begun = begin("/saml2/login/bayernid");
        provider.behave(Conduct.HONEST.attacking(Attacks.find("unsigned").orElseThrow()));
        var refused = postWithSession(answer(begun, "other-citizen", "eid"), begun.cookie(), session);

        assertThat(refused.getStatus().value()).isEqualTo(403);
        assertThat(refused.getResponseCookies()).doesNotContainKey("SESSION");
        assertThat(body("/me", session)).contains("demo-citizen-high");
    }

    @Test
    void tellsWhyThereIsNoLoginInTheLanguageOfTheBrowser() {
        var begun = begin("/saml2/login/bayernid");
        var form = new LinkedHashMap<>(begun.form());
        form.put("action", "cancel");
        var ended = post(inputs(send("/demo/idp/sso", form)), begun.cookie(), "/saml2/acs/bayernid");

        assertThat(ended.getStatus().value()).isEqualTo(200);
        assertThat(ended.getResponseBody()).contains("abgebrochen");
        assertThat(client.get()
                        .uri("/saml2/back/bayernid")
                        .header("Accept-Language", "en-GB")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("You cancelled");
    }

    @Test
    void forgetsALoginWhenThePersonComesBackByTheLink() {
        var begun = begin("/saml2/login/bayernid");
        var answer = answer(begun, "citizen-high", "eid");
        client.get()
                .uri("/saml2/back/bayernid")
                .cookie("saml-login", begun.cookie())
                .exchange()
                .expectStatus()
                .isOk()
                .expectCookie()
                .maxAge("saml-login", Duration.ZERO);

        assertThat(post(answer, begun.cookie(), "/saml2/acs/bayernid")
                        .getStatus()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void sendsAPageThatCanDoNothingButPostItself() {
        var page = client.get()
                .uri("/saml2/login/bayernid")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
        String policy = page.getResponseHeaders().getFirst("Content-Security-Policy");

        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "script-src 'sha256-",
                        "form-action http://localhost",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.getResponseHeaders().getCacheControl()).contains("no-store");
        assertThat(page.getResponseCookies().getFirst("saml-login").isHttpOnly())
                .isTrue();
    }

    @Test
    void refusesToLeadAwayFromHere() {
        for (String target : new String[] {"https://evil.example", "//evil.example", "/%5Cevil.example"}) {
            client.get()
                    .uri(URI.create(here + "/saml2/login/bayernid?returnTo=" + target))
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        client.get()
                .uri("/saml2/login/bayernid?level=highest")
                .exchange()
                .expectStatus()
                .isBadRequest();
        client.get().uri("/saml2/login/nobody").exchange().expectStatus().isNotFound();
    }

    @Test
    void takesAnswersByPostOnlyAndInflatesNothing() {
        client.get()
                .uri("/saml2/acs/bayernid?SAMLResponse=abc")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .valueEquals("Allow", "POST");
    }

    @Test
    void refusesABodyOfTenMebibytesBeforeReadingIt() {
        client.post()
                .uri("/saml2/acs/bayernid")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("SAMLResponse=" + "A".repeat(10 << 20))
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void refusesTwoAnswersBrokenEscapesAndOtherMediaTypes() {
        var begun = begin("/saml2/login/bayernid");
        var answer = answer(begun, "citizen-high", "eid");
        String twice = "SAMLResponse=a&SAMLResponse=b&RelayState=" + answer.get("RelayState");

        assertThat(raw(twice, begun.cookie())).isEqualTo(403);
        assertThat(raw("SAMLResponse=%zz&RelayState=x", begun.cookie())).isEqualTo(400);
        client.post()
                .uri("/saml2/acs/bayernid")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void publishesOurMetadata() {
        var document = client.get()
                .uri("/saml2/metadata/bayernid")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/samlmetadata+xml")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(ServiceProviderMetadata.read(document).consumers())
                .containsExactly(URI.create("http://localhost/saml2/acs/bayernid"));
        assertThat(document)
                .doesNotContain("validUntil", " ID=")
                .contains("Musterstadt &quot;&gt;&lt;script&gt;".replace("&quot;", "\""));
    }

    private record Begun(String cookie, Map<String, String> form) {}

    private Begun begin(String path) {
        var page = client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
        String cookie = page.getResponseCookies().getFirst("saml-login").getValue();
        return new Begun(cookie, inputs(send("/demo/idp/sso", inputs(page))));
    }

    private EntityExchangeResult<String> login(String person) {
        var begun = begin("/saml2/login/bayernid");
        return post(answer(begun, person, "eid"), begun.cookie(), "/saml2/acs/bayernid");
    }

    private Map<String, String> answer(Begun begun, String person, String means) {
        var form = new LinkedHashMap<>(begun.form());
        form.put("persona", person);
        form.put("means", means);
        return inputs(send("/demo/idp/sso", form));
    }

    private EntityExchangeResult<String> send(String path, Map<String, String> form) {
        return client.post()
                .uri(path)
                .body(inserter(form))
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private EntityExchangeResult<String> post(Map<String, String> form, String cookie, String path) {
        return client.post()
                .uri(path)
                .cookie("saml-login", cookie)
                .body(inserter(form))
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private EntityExchangeResult<String> postWithSession(Map<String, String> form, String cookie, String session) {
        return client.post()
                .uri("/saml2/acs/bayernid")
                .cookie("saml-login", cookie)
                .cookie("SESSION", session)
                .body(inserter(form))
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private int raw(String body, String cookie) {
        return client.post()
                .uri("/saml2/acs/bayernid")
                .cookie("saml-login", cookie)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getStatus()
                .value();
    }

    private static BodyInserters.FormInserter<String> inserter(Map<String, String> form) {
        BodyInserters.FormInserter<String> inserter = BodyInserters.fromFormData("x", "y");
        form.forEach(inserter::with);
        return inserter;
    }

    private static Map<String, String> inputs(EntityExchangeResult<String> page) {
        var inputs = new LinkedHashMap<String, String>();
        INPUT.matcher(page.getResponseBody())
                .results()
                .forEach(each -> inputs.put(
                        each.group(1),
                        each.group(2)
                                .replace("&#43;", "+")
                                .replace("&quot;", "\"")
                                .replace("&#39;", "'")
                                .replace("&amp;", "&")));
        inputs.remove("action");
        return inputs;
    }

    private static String session(EntityExchangeResult<String> result) {
        return result.getResponseCookies().getFirst("SESSION").getValue();
    }

    private String body(String path, String session) {
        return client.get()
                .uri(path)
                .cookie("SESSION", session)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private int status(String path, String session) {
        return client.get()
                .uri(path)
                .cookie("SESSION", session)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    @Configuration
    @EnableAutoConfiguration
    static class Application {

        @Bean
        TestIdentityProvider provider(SamlProfiles profiles) {
            return new TestIdentityProvider(
                    PROVIDER,
                    TestKeys.PROVIDER,
                    entityId -> profiles.all().stream()
                            .filter(each -> each.entityId().equals(entityId))
                            .map(each -> new String(new ServiceMetadataWriter().write(each), StandardCharsets.UTF_8))
                            .map(ServiceProviderMetadata::read)
                            .findFirst(),
                    Clock.systemUTC());
        }

        @Bean
        RouterFunction<ServerResponse> providerRoutes(TestIdentityProvider provider) {
            return new ProviderRoutes(provider, People.all()).under("/demo/idp");
        }

        @Bean
        RouterFunction<ServerResponse> me() {
            return RouterFunctions.route()
                    .GET(
                            "/me",
                            request -> request.principal()
                                    .flatMap(principal -> ServerResponse.ok()
                                            .bodyValue(principal.getName() + " "
                                                    + ((Authentication) principal).getAuthorities())))
                    .build();
        }

        @Bean
        SecurityWebFilterChain security(ServerHttpSecurity http) {
            return http.authorizeExchange(exchanges -> exchanges
                            .pathMatchers("/demo/**")
                            .permitAll()
                            .anyExchange()
                            .hasAuthority("LEVEL_SUBSTANTIAL"))
                    .csrf(ServerHttpSecurity.CsrfSpec::disable)
                    .exceptionHandling(handling ->
                            handling.authenticationEntryPoint(new HttpStatusServerEntryPoint(HttpStatus.UNAUTHORIZED)))
                    .build();
        }
    }
}
