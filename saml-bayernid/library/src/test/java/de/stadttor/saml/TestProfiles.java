package de.stadttor.saml;

import de.stadttor.saml.citizen.CitizenAttribute;
import de.stadttor.saml.citizen.Means;
import de.stadttor.saml.profile.Operator;
import de.stadttor.saml.profile.RequestBinding;
import de.stadttor.saml.profile.RequestStyle;
import de.stadttor.saml.profile.RequestedAttribute;
import de.stadttor.saml.profile.ResponsePolicy;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.profile.SignatureScheme;
import de.stadttor.saml.profile.TrustedProvider;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Profiles towards the test identity provider. */
public final class TestProfiles {

    public static final URI PROVIDER = URI.create("https://idp.test.example/idp");

    private TestProfiles() {}

    /** Strict, by POST, asks for everything and requires the person key. */
    public static SamlProfile strict() {
        return of("bayernid", RequestBinding.POST, SignatureScheme.RSA_PSS_SHA256, ResponsePolicy.STRICT);
    }

    /** Takes assertions in the clear, so that what is wrong with them is not hidden behind their being readable. */
    public static SamlProfile readable() {
        var strict = ResponsePolicy.STRICT;
        var policy = new ResponsePolicy(strict.schemes(), strict.clockSkew(), strict.longestValidity(), false);
        return of("bayernid", RequestBinding.POST, SignatureScheme.RSA_PSS_SHA256, policy);
    }

    public static SamlProfile of(String name, RequestBinding binding, SignatureScheme scheme, ResponsePolicy policy) {
        return new SamlProfile(
                name,
                "https://gateway.musterstadt.example/saml",
                URI.create("https://gateway.musterstadt.example/saml2/acs/" + name),
                URI.create("https://gateway.musterstadt.example/saml2/back/" + name),
                new TrustedProvider(PROVIDER.toString(), URI.create("file:/unused"), Set.of(), null),
                request(binding, scheme),
                policy,
                TestKeys.ours(),
                new Operator(
                        "Stadt Musterstadt",
                        URI.create("https://musterstadt.example/"),
                        "technik@musterstadt.example",
                        "hilfe@musterstadt.example"));
    }

    private static RequestStyle request(RequestBinding binding, SignatureScheme scheme) {
        return new RequestStyle(
                binding,
                scheme,
                List.of(Means.EID, Means.ELSTER, Means.AUTHEGA, Means.BENUTZERNAME, Means.EIDAS, Means.FINK),
                Arrays.stream(CitizenAttribute.values())
                        .map(each -> new RequestedAttribute(each, each == CitizenAttribute.BPK2))
                        .toList(),
                "Musterstadt: Bürgeranliegen",
                "10000000001-DE");
    }
}
