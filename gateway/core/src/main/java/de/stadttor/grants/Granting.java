package de.stadttor.grants;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.grants.GrantStore.Code;
import de.stadttor.sessions.Session;
import de.stadttor.sessions.SessionId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Gives codes for logins, and tokens for codes. Codes and refresh tokens are good once. Whoever brings a used one
 * either stole it or was stolen from, and since nobody can tell which, the whole grant ends (RFC 9700, section 4.14.2).
 * There is no grace for an answer that was lost on its way: within it two holders of one token would look like one.
 */
public final class Granting {

    private static final Duration CODE_LIFE = Duration.ofSeconds(60);

    private final GrantStore store;
    private final Function<SessionId, Mono<Session>> sessions;
    private final UnitOfWork unitOfWork;
    private final SecureRandom random;
    private final Ids ids;
    private final Clock clock;

    /** @param sessions finds a login, also one that is over */
    public Granting(
            GrantStore store,
            Function<SessionId, Mono<Session>> sessions,
            UnitOfWork unitOfWork,
            SecureRandom random,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.unitOfWork = unitOfWork;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A code for the citizen of a login.
     *
     * @param redirect where it goes; checked before
     */
    public Mono<Secret> grant(Session session, ClientId client, String redirect, Challenge challenge) {
        return Mono.defer(() -> {
                    Instant now = clock.instant();
                    Secret secret = Secret.fresh(random);
                    var grant = new Grant(new GrantId(ids.next()), client, session.citizen(), session.id(), now);
                    var code = new Code(secret.hash(), grant.id(), redirect, challenge, now.plus(CODE_LIFE));
                    return unitOfWork.<Void>commit(() -> store.add(grant, code)).thenReturn(secret);
                })
                .checkpoint("grant a code");
    }

    /** The first tokens of a grant. Empty when any part is wrong, late or used; then the code is gone all the same. */
    public Mono<Granted> redeem(Secret code, ClientId client, String redirect, String verifier) {
        return unitOfWork
                .commit(() -> store.code(code.hash())
                        .flatMap(kept -> once(kept.grant(), store.takeCode(kept.hash(), clock.instant()))
                                .filter(grant -> fits(kept, grant, client, redirect, verifier))
                                .switchIfEmpty(store.revoke(kept.grant()).then(Mono.empty())))
                        .flatMap(this::next))
                .checkpoint("redeem a code");
    }

    private boolean fits(Code kept, Grant grant, ClientId client, String redirect, String verifier) {
        return kept.expiresAt().isAfter(clock.instant())
                && grant.client().equals(client)
                && kept.redirect().equals(redirect)
                && kept.challenge().isMetBy(verifier);
    }

    /**
     * The next tokens of a grant. Empty when the token is unknown, used, another application's, or its login is over.
     */
    public Mono<Granted> refresh(Secret token, ClientId client) {
        return unitOfWork
                .commit(() -> store.tokenOwner(token.hash())
                        .flatMap(store::find)
                        .filter(grant -> grant.client().equals(client))
                        .flatMap(grant -> once(grant.id(), store.takeToken(token.hash(), clock.instant())))
                        .flatMap(this::next))
                .checkpoint("refresh tokens");
    }

    /** The living grant if the secret was taken now; if it was taken before, the end of the grant. */
    private Mono<Grant> once(GrantId grant, Mono<Boolean> taking) {
        return taking.flatMap(
                taken -> taken ? store.find(grant) : store.revoke(grant).then(Mono.empty()));
    }

    private Mono<Granted> next(Grant grant) {
        return session(grant).flatMap(session -> {
            Secret token = Secret.fresh(random);
            return store.addToken(token.hash(), grant.id(), clock.instant())
                    .thenReturn(new Granted(grant, session, token));
        });
    }

    /** The login behind a grant; empty when the grant was revoked, or the login is over. */
    public Mono<Session> session(GrantId id) {
        return store.find(id).flatMap(this::session);
    }

    private Mono<Session> session(Grant grant) {
        return sessions.apply(grant.session())
                .filter(session -> session.levelAt(clock.instant()).isPresent());
    }

    /**
     * Ends the grant of a refresh token.
     *
     * @return false when the token is another application's; a token that nobody knows is as good as revoked
     */
    public Mono<Boolean> revoke(Secret token, ClientId client) {
        return store.tokenOwner(token.hash()).flatMap(id -> revoke(id, client)).defaultIfEmpty(true);
    }

    /** The same, of a grant that an access token names. */
    public Mono<Boolean> revoke(GrantId id, ClientId client) {
        return store.find(id)
                .flatMap(grant ->
                        grant.client().equals(client) ? store.revoke(id).thenReturn(true) : Mono.just(false))
                .defaultIfEmpty(true)
                .checkpoint("revoke a grant");
    }

    /**
     * New tokens.
     *
     * @param session the login as it stands now
     */
    public record Granted(Grant grant, Session session, Secret refreshToken) {}
}
