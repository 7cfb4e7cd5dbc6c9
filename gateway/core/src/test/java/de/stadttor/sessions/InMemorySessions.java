package de.stadttor.sessions;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.people.CitizenId;
import java.time.Instant;
import java.util.Comparator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemorySessions implements Sessions {

    private record Row(Session session, String hash) {}

    private final Table<SessionId, Row> rows;

    public InMemorySessions(InMemoryDatabase database) {
        this.rows = new Table<>(database);
    }

    @Override
    public Mono<Session> find(SessionId id) {
        return rows.ask(all -> all.get(id)).map(Row::session);
    }

    @Override
    public Mono<Session> bySecret(SessionSecret secret) {
        return rows.select(all -> all.values().stream().filter(row -> row.hash().equals(secret.hash())))
                .next()
                .map(Row::session);
    }

    @Override
    public Mono<Void> start(Session session, SessionSecret secret) {
        return rows.write(all -> all.put(session.id(), new Row(session, secret.hash())));
    }

    @Override
    public Mono<Boolean> raise(Session session, SessionSecret secret) {
        return rows.writing(all -> all.replace(session.id(), new Row(session, secret.hash())) != null);
    }

    @Override
    public Mono<Void> touch(Session used) {
        return rows.write(all -> all.computeIfPresent(
                used.id(), (_, row) -> isBefore(row.session(), used) ? new Row(used, row.hash()) : row));
    }

    private static boolean isBefore(Session kept, Session used) {
        return kept.authenticatedAt().equals(used.authenticatedAt())
                && kept.lastUsedAt().isBefore(used.lastUsedAt());
    }

    @Override
    public Mono<Void> end(SessionId id) {
        return rows.write(all -> all.remove(id));
    }

    @Override
    public Flux<Session> of(CitizenId citizen) {
        return rows.select(all -> all.values().stream()
                .map(Row::session)
                .filter(session -> session.citizen().equals(citizen))
                .sorted(Comparator.comparing((Session session) -> session.id().toString())
                        .reversed()));
    }

    @Override
    public Mono<Long> expire(Instant now) {
        return rows.writing(all -> {
            long before = all.size();
            all.values().removeIf(row -> !row.session().endsAt().isAfter(now));
            return before - all.size();
        });
    }
}
