package de.stadttor.grants;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where grants are kept, with the hashes of their codes and refresh tokens. */
public interface GrantStore {

    /** A new grant and the code that opens it; joins the running transaction. */
    Mono<Void> add(Grant grant, Code code);

    /** The grant, unless it was revoked. */
    Mono<Grant> find(GrantId id);

    /** A code, used or not. */
    Mono<Code> code(String hash);

    /** Whose refresh token this is, used or not, revoked or not. */
    Mono<GrantId> tokenOwner(String hash);

    /** Takes a code: true for exactly one caller, whoever else tries at the same moment. One statement. */
    Mono<Boolean> takeCode(String hash, Instant now);

    /** Takes a refresh token, likewise. */
    Mono<Boolean> takeToken(String hash, Instant now);

    /** A grant's next refresh token; joins the running transaction. */
    Mono<Void> addToken(String hash, GrantId grant, Instant now);

    /** Ends a grant with all that came of it. Repeatable. */
    Mono<Void> revoke(GrantId id);

    /** Forgets the grants that gave nothing since {@code before}, with their codes and tokens. */
    Mono<Long> expire(Instant before);

    /**
     * @param hash of the code
     * @param redirect the address that the code was sent to, exactly
     * @param expiresAt the first instant at which it is worth nothing
     */
    record Code(String hash, GrantId grant, String redirect, Challenge challenge, Instant expiresAt) {}
}
