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
        try (var providers = providers(Set.of())) {
            provider.rollTo(TestKeys.NEXT_PROVIDER);
            Files.writeString(document, provider.metadata());

            assertThat(reloaded(providers)).containsExactly(TestKeys.NEXT_PROVIDER.certificate());
        }
    }

    @Test
    void keepsTheLastGoodDocumentWhenTheNewOneIsBroken() throws IOException {
        try (var providers = providers(Set.of())) {
            assertThat(reloaded(providers)).containsExactly(TestKeys.PROVIDER.certificate());
            Files.writeString(document, "<broken");

            assertThat(reloaded(providers)).containsExactly(TestKeys.PROVIDER.certificate());
        }
    }

    @Test
    void keepsOnlyPinnedKeys() throws Exception {
        provider.announce(TestKeys.NEXT_PROVIDER);
        Files.writeString(document, provider.metadata());
        try (var providers = providers(Set.of(fingerprint(TestKeys.PROVIDER.certificate())))) {
            assertThat(reloaded(providers)).containsExactly(TestKeys.PROVIDER.certificate());
        }
    }

    @Test
    void refusesADocumentWithoutAnyPinnedKey() throws Exception {
        try (var providers = providers(Set.of(fingerprint(TestKeys.NEXT_PROVIDER.certificate())))) {
            assertThat(reloaded(providers)).isEmpty();
        }
    }

    @Test
    void refusesAnotherProvidersDocument() throws IOException {
        Files.writeString(document, provider.metadata().replace("entityID=\"https://idp", "entityID=\"https://other"));
        try (var providers = providers(Set.of())) {
            assertThat(reloaded(providers)).isEmpty();
        }
    }

    @Test
    void stopsUsingADocumentThatExpired() throws IOException {
        Files.writeString(
                document, provider.metadata().replace(" entityID=", " validUntil=\"2026-11-22T10:00:00Z\" entityID="));
        try (var providers = providers(Set.of())) {
            assertThat(reloaded(providers)).isNotEmpty();
            clock.advance(Duration.ofHours(1));

            assertThat(providers.find("bayernid").block()).isNull();
        }
    }

    @Test
    void refusesAnAddressThatIsNoWebAddress() throws IOException {
        Files.writeString(
                document, provider.metadata().replaceAll("Location=\"[^\"]*\"", "Location=\"javascript:alert(1)\""));
        try (var providers = providers(Set.of())) {
            assertThat(reloaded(providers)).isEmpty();
        }
    }

    private ReloadingIdentityProviders providers(Set<String> pins) {
        var strict = TestProfiles.strict();
        var profile = new SamlProfile(
                strict.name(),
                strict.entityId(),
                strict.assertionConsumer(),
                strict.back(),
                new TrustedProvider(TestProfiles.PROVIDER.toString(), document.toUri(), pins),
                strict.request(),
                strict.policy(),
                strict.keys());
        return new ReloadingIdentityProviders(new SamlProfiles(List.of(profile)), workers, clock, Duration.ofDays(1));
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
