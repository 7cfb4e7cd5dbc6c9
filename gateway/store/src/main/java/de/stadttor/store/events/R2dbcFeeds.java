package de.stadttor.store.events;

import de.stadttor.events.Feeds;
import de.stadttor.events.StreamId;
import de.stadttor.people.CitizenId;
import de.stadttor.store.Columns;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcFeeds implements Feeds {

    private final DatabaseClient database;

    R2dbcFeeds(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Entry> read(CitizenId citizen, long after, @Nullable StreamId only, int limit) {
        String within = only == null ? "" : "AND f.stream = :stream";
        var query = database.sql("""
            SELECT f.position, e.stream, e.seq, e.kind, e.body, e.at
              FROM citizen_event f
              JOIN event e ON e.stream = f.stream AND e.seq = f.seq
             WHERE f.citizen = :citizen AND f.position > :after %s
             ORDER BY f.position
             LIMIT :limit
            """.formatted(within))
                .bind("citizen", citizen.value())
                .bind("after", after)
                .bind("limit", limit);
        return (only == null ? query : query.bind("stream", only.value()))
                .map(row -> new Entry(Columns.number(row, "position"), EventRows.event(row)))
                .all();
    }

    @Override
    public Mono<Long> head(CitizenId citizen) {
        return database.sql("SELECT head FROM citizen_feed WHERE citizen = :citizen")
                .bind("citizen", citizen.value())
                .map(row -> Columns.number(row, "head"))
                .one()
                .defaultIfEmpty(0L);
    }

    @Override
    public Mono<Map<CitizenId, Long>> heads(Collection<CitizenId> citizens) {
        if (citizens.isEmpty()) {
            return Mono.just(Map.of());
        }
        return database.sql("SELECT citizen, head FROM citizen_feed WHERE citizen IN (:citizens)")
                .bind("citizens", citizens.stream().map(CitizenId::value).toList())
                .map(row -> Map.entry(new CitizenId(Columns.uuid(row, "citizen")), Columns.number(row, "head")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
