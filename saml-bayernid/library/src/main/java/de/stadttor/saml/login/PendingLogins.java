package de.stadttor.saml.login;

import reactor.core.publisher.Mono;

/**
 * Where logins wait for their answer. Several instances behind one address need a shared implementation. Nothing
 * happens before subscription.
 */
public interface PendingLogins {

    /** Completes once the login can be taken by every instance. */
    Mono<Void> save(PendingKey key, PendingLogin login);

    /**
     * Takes a login out: it reads and removes in one step, so that of two answers at most one finds it.
     *
     * @return empty if there is none, it expired, or it was taken before
     */
    Mono<PendingLogin> take(PendingKey key);

    /** Removes every login of a browser ({@link PendingLogin#browser()}); completes even if there was none. */
    Mono<Void> forget(String browser);
}
