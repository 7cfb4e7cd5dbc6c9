package de.stadttor.saml.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.TestKeys;
import de.stadttor.saml.TestProfiles;
import de.stadttor.saml.TickingClock;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.profile.SamlProfiles;
import de.stadttor.saml.profile.TrustedProvider;
import de.stadttor.saml.testidp.TestIdentityProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

class ReloadingIdentityProvidersTest {

    private final TickingClock clock = new TickingClock();
    private final CryptoWorkers workers = new CryptoWorkers(1, 10);
    private final TestIdentityProvider provider =
            new TestIdentityProvider(TestProfiles.PROVIDER, TestKeys.PROVIDER, _ -> Optional.empty(), clock);

    @TempDir
    Path folder;

    private Path document;

    @BeforeEach
    void writeMetadata() throws IOException {
        document = folder.resolve("metadata.xml");
        Files.writeString(document, provider.metadata());
    }

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void takesANewKeyOverWithoutARestart() throws IOException {
        var providers = providers(Set.of());
        provider.rollTo(TestKeys.NEXT_PROVIDER);
        Files.writeString(document, provider.metadata());

        assertThat(reloaded(providers)).containsExactly(TestKeys.NEXT_PROVIDER.certificate());
    }

    @Test
    void keepsTheLastGoodDocumentWhenTheNewOneIsBroken() throws IOException {
        var providers = providers(Set.of());
        assertThat(reloaded(providers)).containsExactly(TestKeys.PROVIDER.certificate());
        Files.writeString(document, "<broken");

        assertThat(reloaded(providers)).containsExactly(TestKeys.PROVIDER.certificate());
    }

    @Test
    void keepsOnlyPinnedKeys() throws Exception {
        provider.announce(TestKeys.NEXT_PROVIDER);
        Files.writeString(document, provider.metadata());
        var providers = providers(Set.of(fingerprint(TestKeys.PROVIDER.certificate())));
        assertThat(reloaded(providers)).containsExactly(TestKeys.PROVIDER.certificate());
    }

    @Test
    void refusesADocumentWithoutAnyPinnedKey() throws Exception {
        var providers = providers(Set.of(fingerprint(TestKeys.NEXT_PROVIDER.certificate())));
        assertThat(reloaded(providers)).isEmpty();
    }

    @Test
    void refusesAnotherProvidersDocument() throws IOException {
        Files.writeString(document, provider.metadata().replace("entityID=\"https://idp", "entityID=\"https://other"));
        var providers = providers(Set.of());
        assertThat(reloaded(providers)).isEmpty();
    }

    @Test
    void stopsUsingADocumentThatExpired() throws IOException {
        Files.writeString(
                document, provider.metadata().replace(" entityID=", " validUntil=\"2026-11-22T10:00:00Z\" entityID="));
        var providers = providers(Set.of());
        assertThat(reloaded(providers)).isNotEmpty();
        clock.advance(Duration.ofHours(1));

        assertThat(providers.find("bayernid").block()).isNull();
    }

    @Test
    void refusesAnAddressThatIsNoWebAddress() throws IOException {
        Files.writeString(
                document, provider.metadata().replaceAll("Location=\"[^\"]*\"", "Location=\"javascript:alert(1)\""));
        var providers = providers(Set.of());
        assertThat(reloaded(providers)).isEmpty();
    }

    @Test
    void readsAgainOnItsOwnWhileItIsSubscribedTo() throws IOException {
        var providers = new ReloadingIdentityProviders(
                new SamlProfiles(List.of(profile(Set.of()))), workers, clock, Duration.ofMillis(50));
        provider.rollTo(TestKeys.NEXT_PROVIDER);
        assertThat(reloaded(providers)).containsExactly(TestKeys.PROVIDER.certificate());
        Files.writeString(document, provider.metadata());

        var known = Flux.interval(Duration.ofMillis(20))
                .concatMap(_ -> providers.find("bayernid"))
                .map(IdentityProvider::signingCertificates)
                .takeUntil(List.of(TestKeys.NEXT_PROVIDER.certificate())::equals);
        providers
                .keepReloading()
                .cast(Object.class)
                .takeUntilOther(known.ignoreElements())
                .as(StepVerifier::create)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void doesNotKeepOneProfileWaitingForAnothersSlowProvider() {
        assertThat(reloaded(providers(Set.of()))).isNotEmpty(); // from here on everything is loaded
        var silent = HttpServer.create()
                .host("127.0.0.1")
                .handle((_, _) -> Mono.never())
                .bindNow();
        try {
            var other = profile("slow", URI.create("http://127.0.0.1:" + silent.port()), Set.of("ab"));
            var providers = new ReloadingIdentityProviders(
                    new SamlProfiles(List.of(other, profile(Set.of()))), workers, clock, Duration.ofDays(1));
            var reloading = providers.keepReloading().subscribe();

            assertThat(providers.find("bayernid").blockOptional(Duration.ofSeconds(9)))
                    .isPresent();
            reloading.dispose();
        } finally {
            silent.disposeNow();
        }
    }

    private ReloadingIdentityProviders providers(Set<String> pins) {
        return new ReloadingIdentityProviders(
                new SamlProfiles(List.of(profile(pins))), workers, clock, Duration.ofDays(1));
    }

    private SamlProfile profile(Set<String> pins) {
        return profile("bayernid", document.toUri(), pins);
    }

    private static SamlProfile profile(String name, URI metadata, Set<String> pins) {
        var strict = TestProfiles.strict();
        return new SamlProfile(
                name,
                strict.entityId(),
                strict.assertionConsumer(),
                strict.back(),
                new TrustedProvider(TestProfiles.PROVIDER.toString(), metadata, pins, null),
                strict.request(),
                strict.policy(),
                strict.keys(),
                strict.operator());
    }

    private static List<X509Certificate> reloaded(ReloadingIdentityProviders providers) {
        providers.reload().block();
        return providers
                .find("bayernid")
                .map(IdentityProvider::signingCertificates)
                .defaultIfEmpty(List.of())
                .block();
    }

    private static String fingerprint(X509Certificate certificate) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }
}
