package de.stadttor.store.reactions;

import static de.stadttor.store.Columns.utc;

import de.stadttor.events.Event;
import de.stadttor.events.EventLog;
import de.stadttor.events.StreamId;
import de.stadttor.events.UnitOfWork;
import de.stadttor.reactions.Claim;
import de.stadttor.reactions.Claims;
import de.stadttor.reactions.Overtaken;
import de.stadttor.store.Columns;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A row stands here until its reaction is done or given up. */
@Component
final class R2dbcClaims implements Claims {

    /** Within a stream only the first row may go, so that reactions keep the order of the events. */
    private static final String OLDEST_DUE = """
        SELECT r.consumer, r.stream, r.seq, r.fence, r.attempts
          FROM reaction r
         WHERE r.consumer = :consumer
           AND r.due_at <= :now
           AND (r.lease_until IS NULL OR r.lease_until < :now)
           AND NOT EXISTS (SELECT 1 FROM reaction earlier
                            WHERE earlier.consumer = r.consumer
                              AND earlier.stream = r.stream
                              AND earlier.seq < r.seq)
         ORDER BY r.due_at
         LIMIT :most
           FOR UPDATE SKIP LOCKED
        """;

    private static final String OURS = " WHERE consumer = :consumer AND (stream, seq, fence) IN (:claims)";

    private final DatabaseClient database;
    private final UnitOfWork unitOfWork;
    private final EventLog log;
    private final Clock clock;

    R2dbcClaims(DatabaseClient database, UnitOfWork unitOfWork, EventLog log, Clock clock) {
        this.database = database;
        this.unitOfWork = unitOfWork;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Mono<List<Claim>> next(String consumer, String owner, Duration lease, int most) {
        return unitOfWork.commit(() -> {
            Instant now = clock.instant();
            return oldestDue(consumer, now, most)
                    .collectList()
                    .delayUntil(due -> due.isEmpty() ? Mono.empty() : lease(due, owner, now.plus(lease)))
                    .map(due -> due.stream().map(Claim::taken).toList());
        });
    }

    @Override
    public Mono<Event> event(Claim claim) {
        return log.read(claim.stream(), claim.seq() - 1, 1).single();
    }

    @Override
    public Mono<Void> done(List<Claim> claims) {
        return ours("DELETE FROM reaction" + OURS, claims)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == claims.size())
                .switchIfEmpty(Mono.error(Overtaken::new))
                .then();
    }

    @Override
    public Mono<Void> retry(Claim claim, Duration after, String reason) {
        return ours(
                        "UPDATE reaction SET due_at = :due, lease_until = NULL, owner = NULL, last_error = :reason"
                                + OURS,
                        List.of(claim))
                .bind("due", utc(clock.instant().plus(after)))
                .bind("reason", reason)
                .then();
    }

    @Override
    public Mono<Void> bury(Claim claim, String reason) {
        return unitOfWork.commit(() -> done(List.of(claim))
                .then(database.sql("""
                    INSERT INTO dead_letter (consumer, stream, seq, attempts, reason, at)
                    VALUES (:consumer, :stream, :seq, :attempts, :reason, :at)
                    """)
                        .bind("consumer", claim.consumer())
                        .bind("stream", claim.stream().value())
                        .bind("seq", claim.seq())
                        .bind("attempts", claim.attempts())
                        .bind("reason", reason)
                        .bind("at", utc(clock.instant()))
                        .then()));
    }

    @Override
    public Mono<Backlog> backlog() {
        return database.sql("SELECT (SELECT COUNT(*) FROM reaction) waiting, (SELECT COUNT(*) FROM dead_letter) dead")
                .map(row -> new Backlog(Columns.number(row, "waiting"), Columns.number(row, "dead")))
                .one();
    }

    private Flux<Claim> oldestDue(String consumer, Instant now, int most) {
        return database.sql(OLDEST_DUE)
                .bind("consumer", consumer)
                .bind("now", utc(now))
                .bind("most", most)
                .map(R2dbcClaims::claim)
                .all();
    }

    /** The rows are locked since they were read, so that all of them are still free. */
    private Mono<Void> lease(List<Claim> due, String owner, Instant until) {
        return ours("""
            UPDATE reaction
               SET owner = :owner, lease_until = :until, fence = fence + 1, attempts = attempts + 1
            """ + OURS, due)
                .bind("owner", owner)
                .bind("until", utc(until))
                .then();
    }

    private GenericExecuteSpec ours(String sql, List<Claim> claims) {
        return database.sql(sql)
                .bind("consumer", claims.getFirst().consumer())
                .bind(
                        "claims",
                        claims.stream()
                                .map(claim -> new Object[] {claim.stream().value(), claim.seq(), claim.fence()})
                                .toList());
    }

    private static Claim claim(Readable row) {
        return new Claim(
                Columns.text(row, "consumer"),
                new StreamId(Columns.uuid(row, "stream")),
                Columns.number(row, "seq"),
                Columns.number(row, "fence"),
                Math.toIntExact(Columns.number(row, "attempts")));
    }
}
