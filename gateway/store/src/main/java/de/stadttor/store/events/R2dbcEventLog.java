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
import de.stadttor.store.reactions.PendingReactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Appends under the lock of the stream's row, and to feeds under the lock of each feed's row, always in that order. */
@Component
final class R2dbcEventLog implements EventLog {

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
    public Mono<Event> append(Fact fact) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return nextSeq(fact.stream())
                    .map(seq -> new Event(fact.stream(), seq, fact.kind(), fact.body(), now))
                    .delayUntil(this::insert)
                    .delayUntil(event -> feed(fact, event))
                    .delayUntil(event -> pending.add(event, fact.consumers()))
                    .delayUntil(_ -> announceAfterCommit(fact));
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

    private Mono<Long> nextSeq(StreamId stream) {
        return database.sql("""
            INSERT INTO event_stream (id, next_seq) VALUES (:id, 1)
                ON DUPLICATE KEY UPDATE next_seq = next_seq + 1
            RETURNING next_seq
            """)
                .bind("id", stream.value())
                .map(row -> Columns.number(row, "next_seq"))
                .one();
    }

    private Mono<Void> insert(Event event) {
        return database.sql("""
            INSERT INTO event (stream, seq, kind, body, at) VALUES (:stream, :seq, :kind, :body, :at)
            """)
                .bind("stream", event.stream().value())
                .bind("seq", event.seq())
                .bind("kind", event.kind())
                .bind("body", Json.write(event.body()))
                .bind("at", utc(event.at()))
                .then();
    }

    /** Citizens in the order of their ids, so that two transactions never wait for each other. */
    private Mono<Void> feed(Fact fact, Event event) {
        return Flux.fromStream(fact.audience().stream().map(CitizenId::value).sorted(Comparator.naturalOrder()))
                .concatMap(citizen -> nextPosition(citizen).flatMap(position -> insert(citizen, position, event)))
                .then();
    }

    private Mono<Long> nextPosition(UUID citizen) {
        return database.sql("""
            INSERT INTO citizen_feed (citizen, head) VALUES (:citizen, 1)
                ON DUPLICATE KEY UPDATE head = head + 1
            RETURNING head
            """)
                .bind("citizen", citizen)
                .map(row -> Columns.number(row, "head"))
                .one();
    }

    private Mono<Void> insert(UUID citizen, long position, Event event) {
        return database.sql("""
            INSERT INTO citizen_event (citizen, position, stream, seq)
            VALUES (:citizen, :position, :stream, :seq)
            """)
                .bind("citizen", citizen)
                .bind("position", position)
                .bind("stream", event.stream().value())
                .bind("seq", event.seq())
                .then();
    }

    private Mono<Void> announceAfterCommit(Fact fact) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(current -> current.registerSynchronization(new Announcement(fact)))
                .then();
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
