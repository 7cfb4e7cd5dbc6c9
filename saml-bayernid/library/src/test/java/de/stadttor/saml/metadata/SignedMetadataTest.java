package de.stadttor.saml.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadttor.saml.TestKeys;
import de.stadttor.saml.TestProfiles;
import de.stadttor.saml.opensaml.MetadataReader;
import de.stadttor.saml.opensaml.UntrustedMetadata;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.TrustedProvider;
import de.stadttor.saml.testidp.TestIdentityProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why remote metadata are believed: the signature of whoever publishes them, or pinned keys and https. */
class SignedMetadataTest {

    private static final URI REMOTE = URI.create("http://metadata.example/idp.xml");

    private final String metadata = new TestIdentityProvider(
                    TestProfiles.PROVIDER, TestKeys.PROVIDER, _ -> Optional.empty(), Clock.systemUTC())
            .metadata();

    @Test
    void believesWhatTheConfiguredKeySigned() throws Exception {
        assertThat(read(SignedDocument.of(metadata, TestKeys.NEXT_PROVIDER)).signingCertificates())
                .containsExactly(TestKeys.PROVIDER.certificate());
    }

    @Test
    void refusesAnUnsignedDocument() {
        assertThatThrownBy(() -> read(metadata))
                .isInstanceOf(UntrustedMetadata.class)
                .hasMessageContaining("signed");
    }

    @Test
    void refusesAnotherKeysSignatureAndAChangeAfterSigning() throws Exception {
        String foreign = SignedDocument.of(metadata, TestKeys.PROVIDER);
        String changed = SignedDocument.of(metadata, TestKeys.NEXT_PROVIDER).replace("/idp/sso", "/idp/elsewhere");

        assertThatThrownBy(() -> read(foreign)).isInstanceOf(UntrustedMetadata.class);
        assertThatThrownBy(() -> read(changed)).isInstanceOf(UntrustedMetadata.class);
    }

    @Test
    void wantsAReasonToBelieveARemoteDocument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trusted("https://metadata.example/idp.xml", Set.of()))
                .withMessageContaining("pinnedKeys");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trusted("http://metadata.example/idp.xml", Set.of("ab")))
                .withMessageContaining("https");
        assertThat(trusted("https://metadata.example/idp.xml", Set.of("ab")).pinnedKeys())
                .hasSize(1);
        assertThat(trusted("http://127.0.0.1:8080/idp.xml", Set.of("ab")).pinnedKeys())
                .hasSize(1);
    }

    private static TrustedProvider trusted(String metadata, Set<String> pins) {
        return new TrustedProvider("https://idp.example", URI.create(metadata), pins, null);
    }

    private static IdentityProvider read(String document) {
        var trusted = new TrustedProvider(
                TestProfiles.PROVIDER.toString(), REMOTE, Set.of(), TestKeys.NEXT_PROVIDER.certificate());
        return new MetadataReader().read(document.getBytes(StandardCharsets.UTF_8), trusted);
    }
}
