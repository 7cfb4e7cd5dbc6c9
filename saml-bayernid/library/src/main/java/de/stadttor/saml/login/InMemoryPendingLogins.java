package de.stadttor.saml.login;

import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Pending logins of a single instance. Bounded: beyond the bound the oldest is given up, since anyone may begin logins
 * and none of them is worth more than a click.
 */
public final class InMemoryPendingLogins implements PendingLogins {

    private final Map<PendingKey, PendingLogin> logins = new LinkedHashMap<>();
    private final Clock clock;
    private final int most;

    /** @param most number of logins kept at once, at least 1 */
    public InMemoryPendingLogins(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    @Override
    public Mono<Void> save(PendingKey key, PendingLogin login) {
        return Mono.fromRunnable(() -> put(key, login));
    }

    @Override
    public Mono<PendingLogin> take(PendingKey key) {
        return Mono.fromSupplier(() -> remove(key))
                .filter(login -> clock.instant().isBefore(login.expiresAt()));
    }

    @Override
    public Mono<Void> forget(String browser) {
        return Mono.fromRunnable(() -> removeAll(browser));
    }

    private synchronized void put(PendingKey key, PendingLogin login) {
        Iterator<PendingLogin> oldest = logins.values().iterator();
        while (logins.size() >= most && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        logins.put(key, login);
    }

    private synchronized @Nullable PendingLogin remove(PendingKey key) {
        return logins.remove(key);
    }

    private synchronized void removeAll(String browser) {
        logins.values().removeIf(login -> login.browser().equals(browser));
    }
}
