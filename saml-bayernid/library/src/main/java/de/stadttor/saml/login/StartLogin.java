package de.stadttor.saml.login;

import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.metadata.IdentityProviders;
import de.stadttor.saml.opensaml.AuthnRequestDraft;
import de.stadttor.saml.opensaml.AuthnRequestWriter;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.SamlProfile;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Begins a login: remembers it, then hands out a signed request. */
public final class StartLogin {

    private final IdentityProviders providers;
    private final PendingLogins pending;
    private final CryptoWorkers workers;
    private final Clock clock;
    private final Duration patience;
    private final AuthnRequestWriter writer = new AuthnRequestWriter();

    /** @param patience how long a person may take at the identity provider */
    public StartLogin(
            IdentityProviders providers, PendingLogins pending, CryptoWorkers workers, Clock clock, Duration patience) {
        this.providers = providers;
        this.pending = pending;
        this.workers = workers;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Begins a login.
     *
     * @param browser the secret the browser already has, or a new one
     * @return empty if the identity provider is unknown at present or does not speak our binding
     */
    public Mono<StartedLogin> with(SamlProfile profile, LoginRequest request, BrowserSecret browser) {
        return providers
                .find(profile.name())
                .mapNotNull(provider -> address(provider, profile))
                .flatMap(destination -> begin(profile, request, browser, destination))
                .checkpoint("start login");
    }

    private static @Nullable URI address(IdentityProvider provider, SamlProfile profile) {
        return provider.singleSignOn().get(profile.request().binding());
    }

    private Mono<StartedLogin> begin(
            SamlProfile profile, LoginRequest request, BrowserSecret browser, URI destination) {
        return Mono.defer(() -> {
            var draft = draft(request, destination);
            String handle = RandomText.of256Bits();
            return workers.call(() -> write(profile, draft, handle, browser))
                    .flatMap(started -> pending.save(
                                    PendingKey.of(handle, browser), remember(profile, request, draft, browser))
                            .thenReturn(started));
        });
    }

    private AuthnRequestDraft draft(LoginRequest request, URI destination) {
        return new AuthnRequestDraft(
                "_" + RandomText.of256Bits(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                destination,
                request.level(),
                request.locale());
    }

    private StartedLogin write(SamlProfile profile, AuthnRequestDraft draft, String handle, BrowserSecret browser) {
        return switch (profile.request().binding()) {
            case POST -> new StartedLogin.Form(browser, draft.destination(), writer.form(profile, draft), handle);
            case REDIRECT -> new StartedLogin.Redirect(browser, writer.address(profile, draft, handle));
        };
    }

    private PendingLogin remember(
            SamlProfile profile, LoginRequest request, AuthnRequestDraft draft, BrowserSecret browser) {
        return new PendingLogin(
                draft.id(),
                profile.name(),
                request.level(),
                draft.issuedAt(),
                draft.issuedAt().plus(patience),
                browser.fingerprint(),
                request.returnTo().value(),
                request.note());
    }
}
