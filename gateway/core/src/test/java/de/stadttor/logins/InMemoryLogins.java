package de.stadttor.logins;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Instant;
import reactor.core.publisher.Mono;

public final class InMemoryLogins implements StartedLogins {

    private final Table<String, StartedLogin> rows;

    public InMemoryLogins(InMemoryDatabase database) {
        this.rows = new Table<>(database);
    }

    @Override
    public Mono<Boolean> add(StartedLogin login) {
        return rows.writing(all -> all.put(login.key(), login) == null);
    }

    @Override
    public Mono<StartedLogin> take(String key, Instant now) {
        return rows.writing(all -> all.remove(key)).filter(login -> now.isBefore(login.expiresAt()));
    }

    @Override
    public Mono<Void> forget(String browser) {
        return rows.write(all -> all.values().removeIf(login -> login.browser().equals(browser)));
    }

    @Override
    public Mono<Long> expire(Instant now) {
        return rows.writing(all -> {
            long before = all.size();
            all.values().removeIf(login -> !now.isBefore(login.expiresAt()));
            return before - all.size();
        });
    }
}
