package de.stadttor.saml;

import de.stadttor.saml.login.BrowserSecret;
import de.stadttor.saml.login.InMemoryPendingLogins;
import de.stadttor.saml.login.LocalPath;
import de.stadttor.saml.login.LoginRequest;
import de.stadttor.saml.login.PendingLogins;
import de.stadttor.saml.login.StartLogin;
import de.stadttor.saml.login.StartedLogin;
import de.stadttor.saml.metadata.IdentityProviders;
import de.stadttor.saml.opensaml.MetadataReader;
import de.stadttor.saml.opensaml.ServiceMetadataWriter;
import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.response.FinishLogin;
import de.stadttor.saml.response.InMemoryUsedAssertions;
import de.stadttor.saml.response.PostedResponse;
import de.stadttor.saml.response.UsedAssertions;
import de.stadttor.saml.testidp.Answer;
import de.stadttor.saml.testidp.IncomingRequest;
import de.stadttor.saml.testidp.LoginMeans;
import de.stadttor.saml.testidp.People;
import de.stadttor.saml.testidp.Person;
import de.stadttor.saml.testidp.ServiceProviderMetadata;
import de.stadttor.saml.testidp.TestIdentityProvider;
import de.stadttor.saml.testidp.answer.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A service provider and a test identity provider that know each other, without HTTP between them. */
public final class Trial {

    /** Beyond this an answer hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final CryptoWorkers WORKERS = new CryptoWorkers(4, 100);

    public final TickingClock clock;
    public final PendingLogins pending;
    public final BrowserSecret browser = BrowserSecret.random();
    public final SamlProfile profile;
    public final TestIdentityProvider provider;
    private final StartLogin start;
    private final FinishLogin finish;

    public Trial(SamlProfile profile) {
        this(profile, new TickingClock());
    }

    /** With a store of used assertions other than the usual one. */
    public Trial(SamlProfile profile, UsedAssertions used) {
        this(profile, new TickingClock(), used);
    }

    private Trial(SamlProfile profile, TickingClock clock) {
        this(profile, clock, new InMemoryUsedAssertions(clock, 100));
    }

    private Trial(SamlProfile profile, TickingClock clock, UsedAssertions used) {
        this.clock = clock;
        pending = new InMemoryPendingLogins(clock, 100);
        this.profile = profile;
        var us = ServiceProviderMetadata.read(
                new String(new ServiceMetadataWriter().write(profile), StandardCharsets.UTF_8));
        provider = new TestIdentityProvider(TestProfiles.PROVIDER, TestKeys.PROVIDER, _ -> Optional.of(us), clock);
        IdentityProviders known = _ -> Mono.fromSupplier(() ->
                new MetadataReader().read(provider.metadata().getBytes(StandardCharsets.UTF_8), profile.provider()));
        start = new StartLogin(known, pending, WORKERS, clock, Duration.ofMinutes(15));
        finish = new FinishLogin(known, pending, used, WORKERS, clock);
    }

    public static Person person(String id) {
        return People.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public IncomingRequest ask(AssuranceLevel level) {
        var request = new LoginRequest(level, new LocalPath("/anliegen?id=1"), Locale.GERMAN, "note");
        return switch (start.with(profile, request, browser).block()) {
            case StartedLogin.Form form -> new IncomingRequest.ByPost(form.samlRequest(), form.relayState());
            case StartedLogin.Redirect redirect ->
                new IncomingRequest.ByRedirect(redirect.location().getRawQuery());
        };
    }

    /** Asks, and has the provider answer for a person. */
    public Answer answer(AssuranceLevel level, String personId, LoginMeans means) {
        IncomingRequest incoming = ask(level);
        return provider.login(provider.read(incoming), incoming.relayState(), person(personId), means);
    }

    /** Asks for substantial, and has the provider answer for the holder of an ID card. */
    public Answer answer() {
        return answer(AssuranceLevel.SUBSTANTIAL, "citizen-high", LoginMeans.EID);
    }

    public Answer refusal(Failure failure) {
        IncomingRequest incoming = ask(AssuranceLevel.SUBSTANTIAL);
        return provider.refuse(provider.read(incoming), incoming.relayState(), failure);
    }

    public LoginOutcome finish(Answer answer) {
        return finish(answer, browser);
    }

    public LoginOutcome finish(Answer answer, BrowserSecret inBrowser) {
        return finish(List.of(answer.samlResponse()), List.of(answer.relayState()), inBrowser);
    }

    public LoginOutcome finish(List<String> responses, List<String> relayStates, BrowserSecret inBrowser) {
        return finish.with(profile, new PostedResponse(responses, relayStates), inBrowser)
                .block(PATIENCE);
    }
}
