package de.stadttor.saml.response;

import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.login.BrowserSecret;
import de.stadttor.saml.login.PendingLogin;
import de.stadttor.saml.login.PendingLogins;
import de.stadttor.saml.metadata.IdentityProviders;
import de.stadttor.saml.opensaml.DocumentShape;
import de.stadttor.saml.opensaml.ParsedResponse;
import de.stadttor.saml.opensaml.StrictParsing;
import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.outcome.ResponseRefused;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.SamlProfile;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.publisher.Mono;

/** Ends a login: an answer comes in, an outcome goes out. Reads from top to bottom like the checklist. */
public final class FinishLogin {

    private final IdentityProviders providers;
    private final CryptoWorkers workers;
    private final Clock clock;
    private final SizeLimits limits = new SizeLimits();
    private final StrictParsing parsing = new StrictParsing();
    private final DocumentShape shape = new DocumentShape();
    private final PendingMatch pendingMatch;
    private final Verification verification = new Verification();
    private final FirstUse firstUse;
    private final LevelAndAttributes levelAndAttributes = new LevelAndAttributes();

    public FinishLogin(
            IdentityProviders providers,
            PendingLogins pending,
            UsedAssertions used,
            CryptoWorkers workers,
            Clock clock) {
        this.providers = providers;
        this.workers = workers;
        this.clock = clock;
        pendingMatch = new PendingMatch(pending);
        firstUse = new FirstUse(used);
    }

    /**
     * Puts an answer through the checks.
     *
     * @param browser the secret from the browser's cookie
     * @return exactly one outcome; an error only if a store of ours fails
     */
    public Mono<LoginOutcome> with(SamlProfile profile, PostedResponse posted, BrowserSecret browser) {
        return providers
                .find(profile.name())
                .flatMap(provider -> examine(profile, provider, posted, browser))
                .onErrorResume(ResponseRefused.class, refused -> Mono.just(refused.outcome()))
                .onErrorResume(RejectedExecutionException.class, _ -> Mono.just(new LoginOutcome.Unavailable()))
                .defaultIfEmpty(new LoginOutcome.Unavailable())
                .checkpoint("finish login");
    }

    private Mono<LoginOutcome> examine(
            SamlProfile profile, IdentityProvider provider, PostedResponse posted, BrowserSecret browser) {
        return workers.call(() -> read(posted))
                .flatMap(parsed -> expectation(profile, posted, browser, parsed)
                        .flatMap(expected -> workers.call(() -> verification.of(parsed, provider, expected))
                                .flatMap(verdict -> conclude(verdict, expected))));
    }

    /** Checks 1 to 3. */
    private ParsedResponse read(PostedResponse posted) {
        ParsedResponse parsed = parsing.parse(limits.decode(posted));
        shape.check(parsed);
        return parsed;
    }

    /** Check 4. */
    private Mono<Expectation> expectation(
            SamlProfile profile, PostedResponse posted, BrowserSecret browser, ParsedResponse parsed) {
        Mono<PendingLogin> login = pendingMatch.take(posted.relayStates().getFirst(), browser, parsed.facts(), profile);
        return login.map(taken -> new Expectation(profile, taken, clock.instant()));
    }

    /** Checks 10 and 11, for what is not a regular ending without a login. */
    private Mono<LoginOutcome> conclude(Verification.Verdict verdict, Expectation expected) {
        return switch (verdict) {
            case Verification.Verdict.Ended(var ending) -> Mono.just(ending);
            case Verification.Verdict.Proven(var assertion) ->
                firstUse.check(assertion, expected)
                        .then(Mono.fromSupplier(
                                () -> new LoginOutcome.LoggedIn(levelAndAttributes.decide(assertion, expected))));
        };
    }
}
