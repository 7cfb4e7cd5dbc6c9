package de.stadttor.store.outbox;

import static de.stadttor.store.Columns.utc;

import de.stadttor.events.CommitListener;
import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.Postman;
import de.stadttor.store.Rows;
import java.util.List;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts items where the ledger finds them, and wakes who delivers once they are committed. */
@Component
final class R2dbcOutbox implements Outbox {

    private final DatabaseClient database;
    private final CommitListener listener;

    R2dbcOutbox(DatabaseClient database, CommitListener listener) {
        this.database = database;
        this.listener = listener;
    }

    @Override
    public Mono<Void> put(List<OutboxItem> items) {
        return Rows.of("""
            INSERT INTO outbox (id, kind, recipient_kind, recipient, ticket, cause, at, due_at) VALUES %s
                ON DUPLICATE KEY UPDATE id = id
            """, items.stream().map(R2dbcOutbox::row).toList())
                .write(database)
                .then(wakeAfterCommit());
    }

    private Mono<Void> wakeAfterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new Wake()))
                .onErrorComplete(NoTransactionException.class)
                .then();
    }

    private static Object[] row(OutboxItem item) {
        return new Object[] {
            item.id(),
            OutboxRows.kind(item.kind()),
            OutboxRows.kind(item.recipient()),
            OutboxRows.reference(item.recipient()),
            item.ticket().value(),
            item.cause(),
            utc(item.at()),
            utc(item.at())
        };
    }

    @Override
    public Flux<OutboxItem> newest(int limit) {
        return database.sql("SELECT * FROM outbox ORDER BY id DESC LIMIT :limit")
                .bind("limit", limit)
                .map(OutboxRows::item)
                .all();
    }

    private final class Wake implements TransactionSynchronization {

        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(() -> listener.committed(List.of(), Set.of(Postman.NAME)));
        }
    }
}
