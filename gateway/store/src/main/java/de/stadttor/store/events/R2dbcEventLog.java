package de.stadttor.store.events;

import static de.stadttor.store.Columns.utc;

import de.stadttor.events.CommitListener;
import de.stadttor.events.Event;
import de.stadttor.events.EventLog;
import de.stadttor.events.Fact;
import de.stadttor.events.StreamId;
import de.stadttor.people.CitizenId;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import de.stadttor.store.Rows;
import de.stadttor.store.reactions.PendingReactions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Appends under the lock of the stream's row, and to feeds under the lock of each feed's row, always in that order. */
@Component
final class R2dbcEventLog implements EventLog {

    private static final String STREAMS = """
        INSERT INTO event_stream (id, next_seq) VALUES %s
            ON DUPLICATE KEY UPDATE next_seq = next_seq + VALUES(next_seq)
        RETURNING id AS owner, next_seq AS last
        """;

    private static final String FEEDS = """
        INSERT INTO citizen_feed (citizen, head) VALUES %s
            ON DUPLICATE KEY UPDATE head = head + VALUES(head)
        RETURNING citizen AS owner, head AS last
        """;

    private final DatabaseClient database;
    private final PendingReactions pending;
    private final CommitListener listener;
    private final Clock clock;

    R2dbcEventLog(DatabaseClient database, PendingReactions pending, CommitListener listener, Clock clock) {
        this.database = database;
        this.pending = pending;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public Mono<List<Event>> append(List<Fact> facts) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return places(STREAMS, facts.stream().map(fact -> fact.stream().value()))
                    .map(seqs -> facts.stream()
                            .map(fact -> event(fact, seqs.next(fact.stream().value()), now))
                            .toList())
                    .delayUntil(this::insert)
                    .delayUntil(events -> feed(facts, events))
                    .delayUntil(events -> pending.add(
                            events, facts.stream().map(Fact::consumers).toList()))
                    .delayUntil(_ -> announceAfterCommit(facts));
        });
    }

    @Override
    public Flux<Event> read(StreamId stream, long afterSeq, int limit) {
        return database.sql("""
            SELECT stream, seq, kind, body, at
              FROM event
             WHERE stream = :stream AND seq > :after
             ORDER BY seq
             LIMIT :limit
            """)
                .bind("stream", stream.value())
                .bind("after", afterSeq)
                .bind("limit", limit)
                .map(EventRows::event)
                .all();
    }

    private static Event event(Fact fact, long seq, Instant now) {
        return new Event(fact.stream(), seq, fact.kind(), fact.body(), now);
    }

    /** In the order of their ids, so that two transactions never wait for each other. */
    private Mono<Places> places(String counters, Stream<UUID> owners) {
        var wanted = new TreeMap<UUID, Long>();
        owners.forEach(owner -> wanted.merge(owner, 1L, Long::sum));
        List<Object[]> rows = wanted.entrySet().stream()
                .map(each -> new Object[] {each.getKey(), each.getValue()})
                .toList();
        return Rows.of(counters, rows)
                .returning(database, row -> Map.entry(Columns.uuid(row, "owner"), Columns.number(row, "last")))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(lasts -> new Places(wanted, lasts));
    }

    private Mono<Void> insert(List<Event> events) {
        return Rows.of(
                        "INSERT INTO event (stream, seq, kind, body, at) VALUES %s",
                        events.stream()
                                .map(event -> new Object[] {
                                    event.stream().value(),
                                    event.seq(),
                                    event.kind(),
                                    Json.write(event.body()),
                                    utc(event.at())
                                })
                                .toList())
                .write(database);
    }

    private Mono<Void> feed(List<Fact> facts, List<Event> events) {
        return places(
                        FEEDS,
                        facts.stream().flatMap(fact -> fact.audience().stream()).map(CitizenId::value))
                .map(positions -> IntStream.range(0, facts.size())
                        .boxed()
                        .flatMap(i -> facts.get(i).audience().stream()
                                .map(citizen -> entry(citizen.value(), positions, events.get(i))))
                        .toList())
                .flatMap(entries -> Rows.of(
                                "INSERT INTO citizen_event (citizen, position, stream, seq) VALUES %s", entries)
                        .write(database));
    }

    private static Object[] entry(UUID citizen, Places positions, Event event) {
        return new Object[] {citizen, positions.next(citizen), event.stream().value(), event.seq()};
    }

    private Mono<Void> announceAfterCommit(List<Fact> facts) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(current -> facts.forEach(fact -> current.registerSynchronization(new Announcement(fact))))
                .then();
    }

    /** Hands out the places that were reserved, each owner's in turn. */
    private static final class Places {

        private final Map<UUID, Long> next = new HashMap<>();

        /** @param lasts the last reserved place of each owner */
        Places(Map<UUID, Long> reserved, Map<UUID, Long> lasts) {
            reserved.forEach((owner, count) -> next.put(owner, Objects.requireNonNull(lasts.get(owner)) - count + 1));
        }

        long next(UUID owner) {
            return Objects.requireNonNull(next.merge(owner, 1L, Long::sum)) - 1;
        }
    }

    private final class Announcement implements TransactionSynchronization {

        private final Fact fact;

        Announcement(Fact fact) {
            this.fact = fact;
        }

        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(() -> listener.committed(fact.audience(), fact.consumers()));
        }
    }
}
