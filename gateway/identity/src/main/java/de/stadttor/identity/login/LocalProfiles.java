package de.stadttor.identity.login;

import de.stadttor.identity.login.LocalProvider.ServiceKey;
import de.stadttor.saml.citizen.CitizenAttribute;
import de.stadttor.saml.citizen.Means;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.KeyAndCertificate;
import de.stadttor.saml.profile.RequestBinding;
import de.stadttor.saml.profile.RequestStyle;
import de.stadttor.saml.profile.RequestedAttribute;
import de.stadttor.saml.profile.ResponsePolicy;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.profile.SamlProfiles;
import de.stadttor.saml.profile.ServiceKeys;
import de.stadttor.saml.profile.SignatureScheme;
import de.stadttor.saml.profile.TrustedProvider;
import de.stadttor.saml.web.SamlPaths;
import de.stadttor.web.PublicUrl;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The two profiles that everybody knows, both at one provider in this program, with nothing made easier. */
final class LocalProfiles {

    private static final List<Means> MEANS_OF_BAYERNID =
            List.of(Means.EID, Means.ELSTER, Means.AUTHEGA, Means.BENUTZERNAME);
    private static final List<Means> MEANS_OF_BUNDID =
            List.of(Means.EID, Means.EIDAS, Means.ELSTER, Means.BENUTZERNAME);

    /** The key itself is at hand, so that no metadata are read; the record demands a pin for an address. */
    private static final Set<String> PINNED = Set.of("0".repeat(64));

    private final LocalProvider provider;
    private final SamlPaths paths;

    LocalProfiles(LocalProvider provider, SamlPaths paths) {
        this.provider = provider;
        this.paths = paths;
    }

    SamlProfiles profiles() {
        return new SamlProfiles(List.of(
                profile("bayernid", MEANS_OF_BAYERNID, "10000000001-DE"),
                profile("bundid", MEANS_OF_BUNDID, "BMI-0000")));
    }

    /** What its metadata would say. */
    IdentityProvider identityProvider() {
        URI signOn = URI.create(provider.address() + "/sso");
        return new IdentityProvider(
                provider.address().toString(),
                Map.of(RequestBinding.POST, signOn, RequestBinding.REDIRECT, signOn),
                List.of(provider.certificate()),
                Instant.MAX);
    }

    private SamlProfile profile(String name, List<Means> means, String onlineServiceId) {
        return new SamlProfile(
                name,
                provider.entityId(new PublicUrl(paths.publicUrl()), name),
                paths.consumer(name),
                paths.back(name),
                new TrustedProvider(
                        provider.address().toString(), URI.create(provider.address() + "/metadata"), PINNED, null),
                new RequestStyle(
                        RequestBinding.POST,
                        SignatureScheme.RSA_PSS_SHA256,
                        means,
                        attributes(),
                        "Musterstadt (DEMO)",
                        onlineServiceId),
                ResponsePolicy.STRICT,
                new ServiceKeys(List.of(key(provider.signing())), List.of(key(provider.decryption()))),
                null);
    }

    private static List<RequestedAttribute> attributes() {
        return Stream.of(
                        CitizenAttribute.BPK2,
                        CitizenAttribute.PROVED_BY,
                        CitizenAttribute.QAA_LEVEL,
                        CitizenAttribute.GIVEN_NAME,
                        CitizenAttribute.SURNAME,
                        CitizenAttribute.MAIL)
                .map(each -> new RequestedAttribute(each, each == CitizenAttribute.BPK2))
                .toList();
    }

    private static KeyAndCertificate key(ServiceKey key) {
        return new KeyAndCertificate(key.privateKey(), key.certificate());
    }
}
