package de.stadttor.saml.bench;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.citizen.CitizenAttribute;
import de.stadttor.saml.citizen.Means;
import de.stadttor.saml.login.BrowserSecret;
import de.stadttor.saml.login.InMemoryPendingLogins;
import de.stadttor.saml.login.LocalPath;
import de.stadttor.saml.login.LoginRequest;
import de.stadttor.saml.login.StartLogin;
import de.stadttor.saml.login.StartedLogin;
import de.stadttor.saml.opensaml.MetadataReader;
import de.stadttor.saml.opensaml.ServiceMetadataWriter;
import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.KeyAndCertificate;
import de.stadttor.saml.profile.RequestBinding;
import de.stadttor.saml.profile.RequestStyle;
import de.stadttor.saml.profile.RequestedAttribute;
import de.stadttor.saml.profile.ResponsePolicy;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.profile.ServiceKeys;
import de.stadttor.saml.profile.SignatureScheme;
import de.stadttor.saml.profile.TrustedProvider;
import de.stadttor.saml.response.FinishLogin;
import de.stadttor.saml.response.InMemoryUsedAssertions;
import de.stadttor.saml.response.PostedResponse;
import de.stadttor.saml.testidp.Answer;
import de.stadttor.saml.testidp.IncomingRequest;
import de.stadttor.saml.testidp.LoginMeans;
import de.stadttor.saml.testidp.People;
import de.stadttor.saml.testidp.Person;
import de.stadttor.saml.testidp.ServiceProviderMetadata;
import de.stadttor.saml.testidp.TestIdentityProvider;
import de.stadttor.saml.testidp.answer.IdpKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Makes answers that are ready to be posted, and consumes them the way the library does. */
final class Logins {

    static final IdpKey PROVIDER = IdpKey.generate("bench provider");
    static final IdpKey DECRYPTION = IdpKey.generate("bench decryption");

    private static final URI ADDRESS = URI.create("https://idp.bench.example/idp");
    private static final int MOST = 100_000;

    private final Clock clock = Clock.systemUTC();
    private final BrowserSecret browser = BrowserSecret.random();
    private final SamlProfile profile = profile();
    private final TestIdentityProvider provider;
    private final StartLogin start;
    private final FinishLogin finish;

    Logins(CryptoWorkers workers) {
        var us = ServiceProviderMetadata.read(
                new String(new ServiceMetadataWriter().write(profile), StandardCharsets.UTF_8));
        provider = new TestIdentityProvider(ADDRESS, PROVIDER, _ -> Optional.of(us), clock);
        Mono<IdentityProvider> known = Mono.just(
                new MetadataReader().read(provider.metadata().getBytes(StandardCharsets.UTF_8), profile.provider()));
        var pending = new InMemoryPendingLogins(clock, MOST);
        start = new StartLogin(_ -> known, pending, workers, clock, Duration.ofMinutes(15));
        finish = new FinishLogin(_ -> known, pending, new InMemoryUsedAssertions(clock, MOST), workers, clock);
    }

    /** A new answer, to be consumed once. */
    Mono<Answer> answer() {
        var request = new LoginRequest(AssuranceLevel.HIGH, LocalPath.ROOT, Locale.GERMAN, "");
        return start.with(profile, request, browser).map(this::answer);
    }

    /** True if the login succeeded. */
    Mono<Boolean> consume(Answer answer) {
        var posted = new PostedResponse(List.of(answer.samlResponse()), List.of(answer.relayState()));
        return finish.with(profile, posted, browser).map(LoginOutcome.LoggedIn.class::isInstance);
    }

    private Answer answer(StartedLogin started) {
        var form = (StartedLogin.Form) started;
        var incoming = new IncomingRequest.ByPost(form.samlRequest(), form.relayState());
        return provider.login(provider.read(incoming), form.relayState(), citizen(), LoginMeans.EID);
    }

    private static Person citizen() {
        return People.all().stream()
                .filter(each -> each.id().equals("citizen-high"))
                .findFirst()
                .orElseThrow();
    }

    private static SamlProfile profile() {
        return new SamlProfile(
                "bayernid",
                "https://gateway.bench.example/saml",
                URI.create("https://gateway.bench.example/saml2/acs/bayernid"),
                URI.create("https://gateway.bench.example/saml2/back/bayernid"),
                new TrustedProvider(ADDRESS.toString(), URI.create("file:/unused"), Set.of(), null),
                new RequestStyle(
                        RequestBinding.POST,
                        SignatureScheme.RSA_PSS_SHA256,
                        List.of(Means.EID),
                        Arrays.stream(CitizenAttribute.values())
                                .map(each -> new RequestedAttribute(each, each == CitizenAttribute.BPK2))
                                .toList(),
                        "Benchmark",
                        null),
                ResponsePolicy.STRICT,
                new ServiceKeys(List.of(ours("bench signing")), List.of(ours(DECRYPTION))),
                null);
    }

    private static KeyAndCertificate ours(String name) {
        return ours(IdpKey.generate(name));
    }

    private static KeyAndCertificate ours(IdpKey key) {
        return new KeyAndCertificate(key.privateKey(), key.certificate());
    }
}
