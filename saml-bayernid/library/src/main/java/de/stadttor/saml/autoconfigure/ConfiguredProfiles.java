package de.stadttor.saml.autoconfigure;

import de.stadttor.saml.autoconfigure.ProfileProperties.ProviderProperties;
import de.stadttor.saml.autoconfigure.SamlProperties.KeyProperties;
import de.stadttor.saml.autoconfigure.SamlProperties.OperatorProperties;
import de.stadttor.saml.citizen.CitizenAttribute;
import de.stadttor.saml.citizen.Means;
import de.stadttor.saml.profile.KeyAndCertificate;
import de.stadttor.saml.profile.Operator;
import de.stadttor.saml.profile.RequestStyle;
import de.stadttor.saml.profile.RequestedAttribute;
import de.stadttor.saml.profile.ResponsePolicy;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.profile.SamlProfiles;
import de.stadttor.saml.profile.ServiceKeys;
import de.stadttor.saml.profile.TrustedProvider;
import de.stadttor.saml.web.SamlPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.boot.ssl.pem.PemContent;

/** Turns settings into profiles, so that a wrong setting stops the start and not the first login. */
final class ConfiguredProfiles {

    private static final Set<CitizenAttribute> ALWAYS =
            EnumSet.of(CitizenAttribute.BPK2, CitizenAttribute.PROVED_BY, CitizenAttribute.QAA_LEVEL);

    private static final List<Means> MEANS_OF_BAYERNID =
            List.of(Means.EID, Means.ELSTER, Means.AUTHEGA, Means.BENUTZERNAME);
    private static final List<Means> MEANS_OF_BUNDID =
            List.of(Means.EID, Means.EIDAS, Means.ELSTER, Means.BENUTZERNAME);

    private final SamlPaths paths;
    private final ServiceKeys keys;
    private final @Nullable Operator operator;

    private ConfiguredProfiles(SamlProperties settings) {
        paths = new SamlPaths(settings.publicUrl());
        keys = new ServiceKeys(keys(settings.signing()), keys(settings.decryption()));
        operator = operator(settings.operator());
    }

    static SamlProfiles of(SamlProperties settings) {
        var configured = new ConfiguredProfiles(settings);
        return new SamlProfiles(settings.profiles().entrySet().stream()
                .map(each -> configured.profile(each.getKey(), each.getValue()))
                .toList());
    }

    private SamlProfile profile(String name, ProfileProperties profile) {
        String entityId = profile.entityId();
        return new SamlProfile(
                name,
                entityId == null ? paths.metadata(name).toString() : entityId,
                paths.consumer(name),
                paths.back(name),
                provider(profile.provider()),
                style(name, profile),
                new ResponsePolicy(
                        profile.responseSignatures(),
                        profile.clockSkew(),
                        profile.longestValidity(),
                        profile.encryptionRequired()),
                keys,
                operator);
    }

    private static TrustedProvider provider(ProviderProperties provider) {
        Set<String> fingerprints = provider.pinnedKeys().stream()
                .map(each -> each.replace(":", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String signer = provider.metadataCertificate();
        return new TrustedProvider(
                provider.entityId(), provider.metadata(), fingerprints, signer == null ? null : certificate(signer));
    }

    private static @Nullable Operator operator(@Nullable OperatorProperties settings) {
        return settings == null
                ? null
                : new Operator(settings.name(), settings.website(), settings.technicalMail(), settings.supportMail());
    }

    private static RequestStyle style(String name, ProfileProperties profile) {
        return new RequestStyle(
                profile.binding(),
                profile.requestSignature(),
                means(name, profile.means()),
                attributes(profile),
                profile.organizationDisplayName(),
                profile.onlineServiceId());
    }

    private static List<Means> means(String profile, @Nullable List<String> configured) {
        if (configured != null) {
            return configured.stream().map(Means::new).toList();
        }
        return profile.equals("bundid") ? MEANS_OF_BUNDID : MEANS_OF_BAYERNID;
    }

    private static List<RequestedAttribute> attributes(ProfileProperties profile) {
        var wanted = EnumSet.copyOf(ALWAYS);
        wanted.addAll(profile.attributes());
        wanted.addAll(profile.requiredAttributes());
        return wanted.stream()
                .map(each -> new RequestedAttribute(
                        each,
                        each == CitizenAttribute.BPK2
                                || profile.requiredAttributes().contains(each)))
                .toList();
    }

    private static List<KeyAndCertificate> keys(List<KeyProperties> settings) {
        return settings.stream().map(ConfiguredProfiles::key).toList();
    }

    private static KeyAndCertificate key(KeyProperties settings) {
        var privateKey = pem(settings.privateKey()).getPrivateKey();
        if (privateKey == null) {
            throw new IllegalArgumentException("stadttor.saml: a private key is empty (expected: PEM)");
        }
        return new KeyAndCertificate(privateKey, certificate(settings.certificate()));
    }

    private static X509Certificate certificate(String contentOrLocation) {
        return pem(contentOrLocation).getCertificates().stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("stadttor.saml: a certificate is empty (expected: PEM)"));
    }

    private static PemContent pem(String contentOrLocation) {
        if (PemContent.isPresentInText(contentOrLocation)) {
            return PemContent.of(contentOrLocation);
        }
        try {
            return PemContent.of(ApplicationResourceLoader.get()
                    .getResource(contentOrLocation)
                    .getContentAsString(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("stadttor.saml: a key or certificate cannot be read", e);
        }
    }
}
