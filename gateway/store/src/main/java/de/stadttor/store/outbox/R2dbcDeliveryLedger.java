package de.stadttor.store.outbox;

import static de.stadttor.store.Columns.utc;

import de.stadttor.events.UnitOfWork;
import de.stadttor.outbox.Delivery;
import de.stadttor.outbox.DeliveryClaim;
import de.stadttor.outbox.DeliveryLedger;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.reactions.Overtaken;
import de.stadttor.store.Columns;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A claimed item is due again when its lease ends, so that one column orders all that waits. */
@Component
final class R2dbcDeliveryLedger implements DeliveryLedger {

    private static final String DUE_LONGEST = """
        SELECT * FROM outbox
         WHERE due_at <= :now
         ORDER BY due_at
         LIMIT 1
           FOR UPDATE SKIP LOCKED
        """;

    /** Rows of one statement, so that no lock is held for long. */
    private static final int BATCH = 1000;

    private static final String OURS = " WHERE id = :id AND fence = :fence AND state = 'waiting'";

    private final DatabaseClient database;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    R2dbcDeliveryLedger(DatabaseClient database, UnitOfWork unitOfWork, Clock clock) {
        this.database = database;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public Mono<DeliveryClaim> next(String owner, Duration lease) {
        return unitOfWork.commit(() -> {
            Instant now = clock.instant();
            return database.sql(DUE_LONGEST)
                    .bind("now", utc(now))
                    .map(R2dbcDeliveryLedger::nextClaim)
                    .one()
                    .delayUntil(claim -> lease(claim, owner, now.plus(lease)));
        });
    }

    private Mono<Void> lease(DeliveryClaim claim, String owner, Instant until) {
        return database.sql("""
            UPDATE outbox SET owner = :owner, due_at = :until, fence = :fence, attempts = :attempts WHERE id = :id
            """)
                .bind("owner", owner)
                .bind("until", utc(until))
                .bind("fence", claim.fence())
                .bind("attempts", claim.attempts())
                .bind("id", claim.item().id())
                .then();
    }

    @Override
    public Mono<Void> address(DeliveryClaim claim, String addressHash) {
        return unitOfWork.commit(
                () -> held(ours("""
                    UPDATE outbox SET address_hash = :address, tried_at = COALESCE(tried_at, :now)
                    """, claim).bind("address", addressHash).bind("now", utc(clock.instant()))));
    }

    @Override
    public Mono<Void> settle(DeliveryClaim claim, Delivery.State end, String code) {
        return held(ours("UPDATE outbox SET state = :state, due_at = NULL, code = :code", claim)
                .bind("state", written(end))
                .bind("code", code));
    }

    /** The driver counts the rows that were found, whether or not they changed. */
    private static Mono<Void> held(GenericExecuteSpec update) {
        return update.fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(Overtaken::new))
                .then();
    }

    @Override
    public Mono<Void> retry(DeliveryClaim claim, Duration after, String code) {
        return ours("UPDATE outbox SET due_at = :due, code = :code", claim)
                .bind("due", utc(clock.instant().plus(after)))
                .bind("code", code)
                .then();
    }

    @Override
    public Mono<Void> putBack(DeliveryClaim claim, Duration after) {
        return ours("UPDATE outbox SET due_at = :due, attempts = :attempts", claim)
                .bind("due", utc(clock.instant().plus(after)))
                .bind("attempts", claim.attempts() - 1)
                .then();
    }

    @Override
    public Mono<Delivery> find(UUID id) {
        return database.sql("SELECT * FROM outbox WHERE id = :id AND address_hash IS NOT NULL")
                .bind("id", id)
                .map(R2dbcDeliveryLedger::delivery)
                .one();
    }

    @Override
    public Mono<Delivery> returned(UUID id, String code) {
        return database.sql("""
            UPDATE outbox SET state = 'failed', due_at = NULL, code = :code
             WHERE id = :id AND state <> 'failed' AND address_hash IS NOT NULL
            """)
                .bind("code", code)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(_ -> find(id));
    }

    @Override
    public Flux<UUID> sent(TicketId ticket, Recipient recipient, int limit) {
        return database.sql("""
            SELECT id FROM outbox
             WHERE ticket = :ticket AND recipient_kind = :kind AND recipient = :recipient AND state = 'sent'
             ORDER BY tried_at, id
             LIMIT :limit
            """)
                .bind("ticket", ticket.value())
                .bind("kind", OutboxRows.kind(recipient))
                .bind("recipient", OutboxRows.reference(recipient))
                .bind("limit", limit)
                .map(row -> Columns.uuid(row, "id"))
                .all();
    }

    @Override
    public Mono<Long> tried(Set<Kind> kinds, String addressHash, Instant since) {
        return tried("address_hash", addressHash, kinds, since);
    }

    @Override
    public Mono<Long> tried(Set<Kind> kinds, TicketId ticket, Instant since) {
        return tried("ticket", ticket.value(), kinds, since);
    }

    private Mono<Long> tried(String column, Object value, Set<Kind> kinds, Instant since) {
        return database.sql("SELECT COUNT(*) counted FROM outbox WHERE " + column
                        + " = :value AND tried_at >= :since AND kind IN (:kinds)")
                .bind("value", value)
                .bind("since", utc(since))
                .bind("kinds", kinds.stream().map(OutboxRows::kind).toList())
                .map(row -> Columns.number(row, "counted"))
                .one();
    }

    @Override
    public Mono<Backlog> backlog(Instant late) {
        return database.sql("""
            SELECT (SELECT COUNT(*) FROM outbox WHERE state = 'waiting') waiting,
                   (SELECT COUNT(*) FROM outbox WHERE state = 'waiting' AND at < :late) late,
                   (SELECT COUNT(*) FROM outbox WHERE state = 'failed') failed
            """)
                .bind("late", utc(late))
                .map(row -> new Backlog(
                        Columns.number(row, "waiting"), Columns.number(row, "late"), Columns.number(row, "failed")))
                .one();
    }

    @Override
    public Mono<Long> forget(Instant before) {
        return Mono.defer(() -> batch(before))
                .repeat()
                .takeUntil(count -> count < BATCH)
                .reduce(0L, Long::sum);
    }

    private Mono<Long> batch(Instant before) {
        return database.sql("DELETE FROM outbox WHERE state IN ('sent', 'failed', 'withheld') AND at < :before LIMIT"
                        + " :batch")
                .bind("before", utc(before))
                .bind("batch", BATCH)
                .fetch()
                .rowsUpdated();
    }

    private GenericExecuteSpec ours(String update, DeliveryClaim claim) {
        return database.sql(update + OURS).bind("id", claim.item().id()).bind("fence", claim.fence());
    }

    private static DeliveryClaim nextClaim(Readable row) {
        return new DeliveryClaim(
                OutboxRows.item(row),
                Columns.number(row, "fence") + 1,
                Math.toIntExact(Columns.number(row, "attempts")) + 1);
    }

    private static Delivery delivery(Readable row) {
        return new Delivery(
                Columns.uuid(row, "id"),
                new TicketId(Columns.uuid(row, "ticket")),
                OutboxRows.recipient(row),
                Columns.text(row, "address_hash"),
                Delivery.State.valueOf(Columns.text(row, "state").toUpperCase(Locale.ROOT)),
                Columns.instant(row, "tried_at"));
    }

    private static String written(Delivery.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
