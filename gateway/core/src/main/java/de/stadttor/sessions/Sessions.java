package de.stadttor.sessions;

import de.stadttor.people.CitizenId;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where sessions are kept, for every node. Finding one does not say that it still holds: see {@link Session#levelAt}.
 */
public interface Sessions {

    /** Empty when it never was, was ended, or was tidied away. */
    Mono<Session> find(SessionId id);

    /** The session that a browser proves; empty like {@link #find}, and when the secret was replaced. */
    Mono<Session> bySecret(SessionSecret secret);

    /** Joins the running transaction. */
    Mono<Void> start(Session session, SessionSecret secret);

    /**
     * The same session after another login of the same person. From then on only the new secret proves it; joins the
     * running transaction.
     *
     * @return false when it was ended meanwhile, and nothing was written
     */
    Mono<Boolean> raise(Session session, SessionSecret secret);

    /** Notes a request ({@link Session#used}); never undoes a login or a request that was later. */
    Mono<Void> touch(Session session);

    /** Ends it everywhere; completes even if it was over. */
    Mono<Void> end(SessionId id);

    /** Those of a citizen that are kept, the youngest first; some may be over. */
    Flux<Session> of(CitizenId citizen);

    /** Forgets sessions that are over. */
    Mono<Long> expire(Instant now);
}
