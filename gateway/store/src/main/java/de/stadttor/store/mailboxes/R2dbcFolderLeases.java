package de.stadttor.store.mailboxes;

import static de.stadttor.store.Columns.utc;

import de.stadttor.events.UnitOfWork;
import de.stadttor.mailboxes.FolderLease;
import de.stadttor.mailboxes.FolderLeases;
import de.stadttor.mailboxes.FolderName;
import de.stadttor.mailboxes.LeaseLost;
import de.stadttor.store.Columns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The lease stands in the folder's row, and every new holder raises its fence. */
@Component
final class R2dbcFolderLeases implements FolderLeases {

    private final DatabaseClient database;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    R2dbcFolderLeases(DatabaseClient database, UnitOfWork unitOfWork, Clock clock) {
        this.database = database;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public Mono<FolderLease> acquire(FolderName folder, String owner, Duration time) {
        return unitOfWork.commit(() -> {
            Instant now = clock.instant();
            return row(folder)
                    .then(take(folder, owner, now, now.plus(time)))
                    .filter(rows -> rows == 1)
                    .flatMap(_ -> held(folder));
        });
    }

    @Override
    public Mono<Void> renew(FolderLease lease, Duration time) {
        return Mono.defer(() -> database.sql("""
            UPDATE mailbox_folder SET lease_until = :until, notes = notes + 1
             WHERE mailbox = :mailbox AND folder = :folder AND fence = :fence
            """)
                .bind("until", utc(clock.instant().plus(time)))
                .bind("mailbox", lease.folder().mailbox())
                .bind("folder", lease.folder().folder())
                .bind("fence", lease.fence())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(LeaseLost::new))
                .then());
    }

    @Override
    public Mono<Void> release(FolderLease lease) {
        return database.sql("""
            UPDATE mailbox_folder SET owner = NULL, lease_until = NULL
             WHERE mailbox = :mailbox AND folder = :folder AND fence = :fence
            """)
                .bind("mailbox", lease.folder().mailbox())
                .bind("folder", lease.folder().folder())
                .bind("fence", lease.fence())
                .then();
    }

    private Mono<Void> row(FolderName folder) {
        return database.sql("""
            INSERT INTO mailbox_folder (mailbox, folder) VALUES (:mailbox, :folder)
                ON DUPLICATE KEY UPDATE folder = VALUES(folder)
            """)
                .bind("mailbox", folder.mailbox())
                .bind("folder", folder.folder())
                .then();
    }

    private Mono<Long> take(FolderName folder, String owner, Instant now, Instant until) {
        return database.sql("""
            UPDATE mailbox_folder SET owner = :owner, lease_until = :until, fence = fence + 1
             WHERE mailbox = :mailbox AND folder = :folder
               AND (owner IS NULL OR owner = :owner OR lease_until < :now)
            """)
                .bind("owner", owner)
                .bind("until", utc(until))
                .bind("mailbox", folder.mailbox())
                .bind("folder", folder.folder())
                .bind("now", utc(now))
                .fetch()
                .rowsUpdated();
    }

    private Mono<FolderLease> held(FolderName folder) {
        return database.sql("SELECT fence FROM mailbox_folder WHERE mailbox = :mailbox AND folder = :folder")
                .bind("mailbox", folder.mailbox())
                .bind("folder", folder.folder())
                .map(row -> new FolderLease(folder, Columns.number(row, "fence")))
                .one();
    }
}
