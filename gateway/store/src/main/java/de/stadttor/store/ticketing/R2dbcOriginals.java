package de.stadttor.store.ticketing;

import static de.stadttor.store.Columns.nullable;
import static de.stadttor.store.Columns.utc;

import de.stadttor.events.UnitOfWork;
import de.stadttor.files.Content;
import de.stadttor.store.Columns;
import de.stadttor.store.Rows;
import de.stadttor.store.files.MessageFiles;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.Originals;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcOriginals implements Originals {

    private static final int BATCH = 200;

    private final DatabaseClient database;
    private final MessageFiles files;
    private final UnitOfWork unitOfWork;

    R2dbcOriginals(DatabaseClient database, MessageFiles files, UnitOfWork unitOfWork) {
        this.database = database;
        this.files = files;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public Mono<Void> add(List<Entry> entries) {
        return Rows.of("""
            INSERT INTO message_original (message, ticket, at, message_id, size, bytes, sha256, media_type, spf, dkim,
                                          dmarc, domain)
            VALUES %s
            """, entries.stream().map(R2dbcOriginals::row).toList())
                .write(database)
                .thenMany(Flux.fromIterable(entries)
                        .mapNotNull(entry -> content(entry.original()))
                        .concatMap(files::refer))
                .then();
    }

    private static Object[] row(Entry entry) {
        Original original = entry.original();
        Original.Raw raw = original.raw();
        Content content = content(original);
        Original.Sender sender = original.sender();
        return new Object[] {
            entry.message().value(),
            entry.ticket().value(),
            utc(entry.at()),
            nullable(original.messageId(), String.class),
            nullable(raw == null ? null : raw.size(), Long.class),
            nullable(raw instanceof Original.Raw.Inline inline ? inline.bytes() : null, ByteBuffer.class),
            nullable(content == null ? null : content.sha256(), String.class),
            nullable(content == null ? null : content.mediaType(), String.class),
            nullable(sender.spf(), String.class),
            nullable(sender.dkim(), String.class),
            nullable(sender.dmarc(), String.class),
            nullable(sender.domain(), String.class)
        };
    }

    private static @Nullable Content content(Original original) {
        return original.raw() instanceof Original.Raw.Stored stored ? stored.content() : null;
    }

    @Override
    public Mono<Original> find(MessageId message) {
        return database.sql("SELECT * FROM message_original WHERE message = :message")
                .bind("message", message.value())
                .map(row -> new Original(raw(row), row.get("message_id", String.class), sender(row)))
                .one();
    }

    private static Original.@Nullable Raw raw(Readable row) {
        Long size = row.get("size", Long.class);
        if (size == null) {
            return null;
        }
        String sha256 = row.get("sha256", String.class);
        return sha256 == null
                ? new Original.Raw.Inline(Objects.requireNonNull(row.get("bytes", ByteBuffer.class)))
                : new Original.Raw.Stored(new Content(sha256, size, Columns.text(row, "media_type")));
    }

    private static Original.Sender sender(Readable row) {
        return new Original.Sender(
                row.get("spf", String.class),
                row.get("dkim", String.class),
                row.get("dmarc", String.class),
                row.get("domain", String.class));
    }

    @Override
    public Mono<Map<MessageId, Summary>> summaries(Collection<MessageId> messages) {
        return messages.isEmpty()
                ? Mono.just(Map.of())
                : database.sql("""
                    SELECT message, size, spf, dkim, dmarc, domain FROM message_original WHERE message IN (:messages)
                    """)
                        .bind(
                                "messages",
                                messages.stream().map(MessageId::value).toList())
                        .map(row -> Map.entry(
                                new MessageId(Columns.uuid(row, "message")),
                                new Summary(row.get("size", Long.class), sender(row))))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Flux<String> messageIds(TicketId ticket) {
        return database.sql("""
            SELECT message_id FROM message_original
             WHERE ticket = :ticket AND message_id IS NOT NULL
             ORDER BY message
            """)
                .bind("ticket", ticket.value())
                .map(row -> Columns.text(row, "message_id"))
                .all();
    }

    /** In batches, each in a transaction of its own; another node may do the same at the same time. */
    @Override
    public Mono<Long> expire(Instant now) {
        return Mono.defer(() -> unitOfWork.commit(() -> batch(now)))
                .repeat()
                .takeUntil(count -> count < BATCH)
                .reduce(0L, Long::sum);
    }

    private Mono<Long> batch(Instant now) {
        return database.sql("""
            SELECT o.message, o.sha256
              FROM message_original o
              JOIN ticket t ON t.id = o.ticket
              LEFT JOIN queue q ON q.name = t.queue
             WHERE o.size IS NOT NULL
               AND o.at < DATE_SUB(:now, INTERVAL (SELECT LEAST(365, COALESCE(MIN(originals_days), 365)) FROM queue) DAY)
               AND o.at < DATE_SUB(:now, INTERVAL COALESCE(q.originals_days, 365) DAY)
             LIMIT :batch
            """)
                .bind("now", utc(now))
                .bind("batch", BATCH)
                .map(row -> new Due(Columns.uuid(row, "message"), row.get("sha256", String.class)))
                .all()
                .collectList()
                .flatMap(due -> Flux.fromIterable(due).concatMap(this::letGo).then(Mono.just((long) due.size())));
    }

    /** Nothing was locked before, so that nobody waits for this; of two nodes one finds it. */
    private Mono<Void> letGo(Due due) {
        String sha256 = due.sha256();
        return database.sql("""
            UPDATE message_original SET size = NULL, bytes = NULL, sha256 = NULL
             WHERE message = :message AND size IS NOT NULL
            """)
                .bind("message", due.message())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1 && sha256 != null)
                .flatMap(_ -> files.release(Objects.requireNonNull(sha256)));
    }

    /** @param sha256 of bytes that lie with the files; null for none */
    private record Due(UUID message, @Nullable String sha256) {}
}
