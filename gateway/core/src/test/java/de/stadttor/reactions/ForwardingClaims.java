package de.stadttor.reactions;

import de.stadttor.events.Event;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Claims of somebody else's, for tests that change one thing about them. */
class ForwardingClaims implements Claims {

    private final Claims claims;

    ForwardingClaims(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Mono<Claim> next(String consumer, String owner, Duration lease) {
        return claims.next(consumer, owner, lease);
    }

    @Override
    public Mono<Event> event(Claim claim) {
        return claims.event(claim);
    }

    @Override
    public Mono<Void> done(Claim claim) {
        return claims.done(claim);
    }

    @Override
    public Mono<Void> retry(Claim claim, Duration after, String reason) {
        return claims.retry(claim, after, reason);
    }

    @Override
    public Mono<Void> bury(Claim claim, String reason) {
        return claims.bury(claim, reason);
    }

    @Override
    public Mono<Backlog> backlog() {
        return claims.backlog();
    }
}
