package de.stadttor.store.files;

import de.stadttor.files.Content;
import de.stadttor.files.FileId;
import de.stadttor.files.FileName;
import de.stadttor.files.ScanVerdict;
import de.stadttor.files.StoredFile;
import de.stadttor.store.Columns;
import de.stadttor.ticketing.MessageId;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** Which files hang at which message, and how many of them hold the same bytes. */
@Component
public final class MessageFiles {

    private final DatabaseClient database;

    MessageFiles(DatabaseClient database) {
        this.database = database;
    }

    /** Joins the running transaction. */
    public Mono<Void> attach(MessageId message, List<StoredFile> files) {
        return Flux.fromIterable(files)
                .index()
                .concatMap(numbered -> refer(numbered.getT2().content()).then(insert(message, numbered)))
                .then();
    }

    public Mono<Map<MessageId, List<StoredFile>>> of(Collection<MessageId> messages) {
        if (messages.isEmpty()) {
            return Mono.just(Map.of());
        }
        return database.sql("""
            SELECT f.id, f.message, f.name, f.scan, c.sha256, c.size, c.media_type
              FROM message_file f
              JOIN content c ON c.sha256 = f.sha256
             WHERE f.message IN (:messages)
             ORDER BY f.message, f.position
            """)
                .bind("messages", messages.stream().map(MessageId::value).toList())
                .map(row -> Map.entry(new MessageId(Columns.uuid(row, "message")), file(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    public Mono<StoredFile> find(MessageId message, FileId file) {
        return of(List.of(message))
                .mapNotNull(files -> files.get(message))
                .flatMapIterable(files -> files)
                .filter(found -> found.id().equals(file))
                .next();
    }

    /** Lets go of bytes that {@link #refer} held; joins the running transaction. */
    public Mono<Void> release(String sha256) {
        return database.sql("UPDATE content SET refs = refs - 1 WHERE sha256 = :sha256")
                .bind("sha256", sha256)
                .then();
    }

    /** Holds bytes, so that they are not swept away; joins the running transaction. */
    public Mono<Void> refer(Content content) {
        return database.sql("""
            INSERT INTO content (sha256, size, media_type, refs) VALUES (:sha256, :size, :type, 1)
                ON DUPLICATE KEY UPDATE refs = refs + 1
            """)
                .bind("sha256", content.sha256())
                .bind("size", content.size())
                .bind("type", content.mediaType())
                .then();
    }

    private Mono<Void> insert(MessageId message, Tuple2<Long, StoredFile> numbered) {
        StoredFile file = numbered.getT2();
        return database.sql("""
            INSERT INTO message_file (id, message, position, name, sha256, scan)
            VALUES (:id, :message, :position, :name, :sha256, :scan)
            """)
                .bind("id", file.id().value())
                .bind("message", message.value())
                .bind("position", numbered.getT1())
                .bind("name", file.name().value())
                .bind("sha256", file.content().sha256())
                .bind("scan", file.scan().code())
                .then();
    }

    private static StoredFile file(Readable row) {
        UUID id = Columns.uuid(row, "id");
        return new StoredFile(
                new FileId(id),
                FileName.of(Columns.text(row, "name")),
                new Content(Columns.text(row, "sha256"), Columns.number(row, "size"), Columns.text(row, "media_type")),
                ScanVerdict.of(Columns.text(row, "scan")));
    }
}
