package de.stadttor.reactions;

import de.stadttor.events.Event;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** Claims of somebody else's, for tests that change one thing about them. */
class ForwardingClaims implements Claims {

    private final Claims claims;

    ForwardingClaims(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Mono<List<Claim>> next(String consumer, String owner, Duration lease, int most) {
        return claims.next(consumer, owner, lease, most);
    }

    @Override
    public Mono<Event> event(Claim claim) {
        return claims.event(claim);
    }

    @Override
    public Mono<Void> done(List<Claim> done) {
        return claims.done(done);
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
