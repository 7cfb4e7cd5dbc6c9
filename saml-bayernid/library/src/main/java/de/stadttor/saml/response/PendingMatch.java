package de.stadttor.saml.response;

import de.stadttor.saml.login.BrowserSecret;
import de.stadttor.saml.login.PendingKey;
import de.stadttor.saml.login.PendingLogin;
import de.stadttor.saml.login.PendingLogins;
import de.stadttor.saml.opensaml.ResponseFacts;
import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import de.stadttor.saml.profile.SamlProfile;
import reactor.core.publisher.Mono;

/** Check 4: the answer belongs to a login which this browser began here, and which nobody has answered yet. */
final class PendingMatch {

    private final PendingLogins pending;

    PendingMatch(PendingLogins pending) {
        this.pending = pending;
    }

    /** Takes the login out of the store, or fails with {@link ResponseRefused}. */
    Mono<PendingLogin> take(String relayState, BrowserSecret browser, ResponseFacts response, SamlProfile profile) {
        return pending.take(PendingKey.of(relayState, browser))
                .switchIfEmpty(Mono.error(() -> new ResponseRefused(Rejection.PENDING_LOGIN, "unknown")))
                .doOnNext(login -> check(login, response, profile));
    }

    private static void check(PendingLogin login, ResponseFacts response, SamlProfile profile) {
        if (!login.profile().equals(profile.name())) {
            throw new ResponseRefused(Rejection.PENDING_LOGIN, "profile");
        }
        if (!login.requestId().equals(response.inResponseTo())) {
            throw new ResponseRefused(Rejection.PENDING_LOGIN, "in-response-to");
        }
    }
}
