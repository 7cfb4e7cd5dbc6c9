package de.stadttor.saml.autoconfigure;

import de.stadttor.saml.autoconfigure.ProfileProperties.ProviderProperties;
import de.stadttor.saml.autoconfigure.SamlProperties.KeyProperties;
import de.stadttor.saml.citizen.CitizenAttribute;
import de.stadttor.saml.citizen.Means;
import de.stadttor.saml.profile.KeyAndCertificate;
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

    private ConfiguredProfiles(SamlProperties settings) {
        paths = new SamlPaths(settings.publicUrl());
        keys = new ServiceKeys(keys(settings.signing()), keys(settings.decryption()));
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
                keys);
    }

    private static TrustedProvider provider(ProviderProperties provider) {
        Set<String> fingerprints = provider.pinnedKeys().stream()
                .map(each -> each.replace(":", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new TrustedProvider(provider.entityId(), provider.metadata(), fingerprints);
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
        var certificates = pem(settings.certificate()).getCertificates();
        if (privateKey == null || certificates.isEmpty()) {
            throw new IllegalArgumentException("stadttor.saml: a key or certificate is empty (expected: PEM)");
        }
        return new KeyAndCertificate(privateKey, certificates.getFirst());
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
