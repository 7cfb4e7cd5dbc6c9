package de.stadttor.store.mailboxes;

import static de.stadttor.store.Columns.nullable;
import static de.stadttor.store.Columns.utc;

import de.stadttor.events.UnitOfWork;
import de.stadttor.mailboxes.FailedMail;
import de.stadttor.mailboxes.FolderLease;
import de.stadttor.mailboxes.FolderName;
import de.stadttor.mailboxes.FolderProgress;
import de.stadttor.mailboxes.LeaseLost;
import de.stadttor.mailboxes.Mark;
import de.stadttor.mailboxes.Notes;
import de.stadttor.store.Columns;
import de.stadttor.store.Rows;
import io.r2dbc.spi.Readable;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A mail has a row while it must be known: because it failed, or because it is in and stays where it is. */
@Component
final class R2dbcFolderProgress implements FolderProgress {

    private static final String OF_FOLDER = " WHERE mailbox = :mailbox AND folder = :folder";

    private final DatabaseClient database;
    private final UnitOfWork unitOfWork;

    R2dbcFolderProgress(DatabaseClient database, UnitOfWork unitOfWork) {
        this.database = database;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Mono<Mark> mark(FolderName folder) {
        return of(
                        folder,
                        "SELECT validity, handled_to, old_up_to FROM mailbox_folder" + OF_FOLDER
                                + " AND validity IS NOT NULL")
                .map(row -> new Mark(
                        Columns.number(row, "validity"),
                        Columns.number(row, "handled_to"),
                        Columns.number(row, "old_up_to")))
                .one();
    }

    @Override
    public Flux<FailedMail> failed(FolderName folder) {
        return of(folder, "SELECT mail, cause, tries, due_at FROM mailbox_mail" + OF_FOLDER + " AND cause IS NOT NULL")
                .map(R2dbcFolderProgress::failedMail)
                .all();
    }

    @Override
    public Flux<String> remembered(FolderName folder) {
        return of(folder, "SELECT mail FROM mailbox_mail" + OF_FOLDER + " AND cause IS NULL")
                .map(row -> Columns.text(row, "mail"))
                .all();
    }

    @Override
    public Flux<String> known(FolderName folder, Collection<String> digests) {
        return digests.isEmpty()
                ? Flux.empty()
                : of(folder, "SELECT DISTINCT digest FROM mailbox_mail" + OF_FOLDER + " AND digest IN (:digests)")
                        .bind("digests", digests)
                        .map(row -> Columns.text(row, "digest"))
                        .all();
    }

    @Override
    public Mono<Void> note(FolderLease lease, Notes notes) {
        return unitOfWork.commit(() -> Flux.concat(
                        ours(lease),
                        mark(lease, notes.mark()),
                        write(lease.folder(), notes),
                        forget(lease.folder(), notes.forgotten()))
                .then());
    }

    /** Also locks the row, so that nobody takes the folder before this is committed. */
    private Mono<Void> ours(FolderLease lease) {
        return of(lease.folder(), "UPDATE mailbox_folder SET notes = notes + 1" + OF_FOLDER + " AND fence = :fence")
                .bind("fence", lease.fence())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(LeaseLost::new))
                .then();
    }

    private Mono<Void> mark(FolderLease lease, @Nullable Mark mark) {
        return mark == null
                ? Mono.empty()
                : of(
                                lease.folder(),
                                "UPDATE mailbox_folder SET validity = :validity, handled_to = :to, old_up_to = :old"
                                        + OF_FOLDER)
                        .bind("validity", mark.validity())
                        .bind("to", mark.handledTo())
                        .bind("old", mark.oldUpTo())
                        .then();
    }

    private Mono<Void> write(FolderName folder, Notes notes) {
        Stream<Object[]> remembered =
                notes.remembered().stream().map(mail -> row(folder, mail.mail(), mail.digest(), null, 0, null));
        Stream<Object[]> failed = notes.failed().stream()
                .map(mail -> row(folder, mail.mail(), null, mail.cause().name(), mail.tries(), utc(mail.dueAt())));
        return Rows.of("""
            INSERT INTO mailbox_mail (mailbox, folder, mail, digest, cause, tries, due_at) VALUES %s
                ON DUPLICATE KEY UPDATE digest = VALUES(digest), cause = VALUES(cause), tries = VALUES(tries),
                                        due_at = VALUES(due_at)
            """, Stream.concat(remembered, failed).toList()).write(database);
    }

    private static Object[] row(
            FolderName folder,
            String mail,
            @Nullable String digest,
            @Nullable String cause,
            int tries,
            @Nullable LocalDateTime due) {
        return new Object[] {
            folder.mailbox(),
            folder.folder(),
            mail,
            nullable(digest, String.class),
            nullable(cause, String.class),
            tries,
            nullable(due, LocalDateTime.class)
        };
    }

    private Mono<Void> forget(FolderName folder, List<String> mails) {
        return mails.isEmpty()
                ? Mono.empty()
                : of(folder, "DELETE FROM mailbox_mail" + OF_FOLDER + " AND mail IN (:mails)")
                        .bind("mails", mails)
                        .then();
    }

    private DatabaseClient.GenericExecuteSpec of(FolderName folder, String sql) {
        return database.sql(sql).bind("mailbox", folder.mailbox()).bind("folder", folder.folder());
    }

    private static FailedMail failedMail(Readable row) {
        return new FailedMail(
                Columns.text(row, "mail"),
                FailedMail.Cause.valueOf(Columns.text(row, "cause")),
                Math.toIntExact(Columns.number(row, "tries")),
                Columns.instant(row, "due_at"));
    }
}
