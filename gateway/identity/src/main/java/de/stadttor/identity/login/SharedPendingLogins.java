package de.stadttor.identity.login;

import de.stadttor.logins.StartedLogin;
import de.stadttor.logins.StartedLogins;
import de.stadttor.saml.login.PendingKey;
import de.stadttor.saml.login.PendingLogin;
import de.stadttor.saml.login.PendingLogins;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The library's pending logins, where every node finds them. */
@Component
final class SharedPendingLogins implements PendingLogins {

    private final StartedLogins logins;
    private final Clock clock;

    SharedPendingLogins(StartedLogins logins, Clock clock) {
        this.logins = logins;
        this.clock = clock;
    }

    /** Fails like the library's own full queue when too many wait: people are asked to try again. */
    @Override
    public Mono<Void> save(PendingKey key, PendingLogin login) {
        return logins.add(new StartedLogin(
                        key.value(),
                        login.requestId(),
                        login.profile(),
                        Levels.ours(login.level()),
                        login.requestedAt(),
                        login.expiresAt(),
                        login.browser(),
                        login.returnTo(),
                        login.note()))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> new RejectedExecutionException("too many logins wait")))
                .then();
    }

    @Override
    public Mono<PendingLogin> take(PendingKey key) {
        return Mono.defer(() -> logins.take(key.value(), clock.instant())).map(SharedPendingLogins::pending);
    }

    @Override
    public Mono<Void> forget(String browser) {
        return logins.forget(browser);
    }

    private static PendingLogin pending(StartedLogin login) {
        return new PendingLogin(
                login.requestId(),
                login.profile(),
                Levels.theirs(login.level()),
                login.requestedAt(),
                login.expiresAt(),
                login.browser(),
                login.returnTo(),
                login.note());
    }
}
