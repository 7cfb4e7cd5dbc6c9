package de.stadttor.store.ticketing;

import static de.stadttor.store.Columns.nullable;
import static de.stadttor.store.Columns.utc;

import de.stadttor.files.FileId;
import de.stadttor.files.StoredFile;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Principal;
import de.stadttor.people.Representation;
import de.stadttor.store.Columns;
import de.stadttor.store.Rows;
import de.stadttor.store.files.MessageFiles;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcMessages implements Messages {

    /** Smaller than every id that is ever made. */
    private static final UUID FIRST = new UUID(0, 0);

    private final DatabaseClient database;
    private final MessageFiles files;

    R2dbcMessages(DatabaseClient database, MessageFiles files) {
        this.database = database;
        this.files = files;
    }

    @Override
    public Mono<Void> add(List<Message> messages) {
        return Rows.of("""
            INSERT INTO message (id, ticket, direction, channel, author, mandate, representative, principal_kind,
                                 principal, text, required_level, created_at)
            VALUES %s
            """, messages.stream().map(R2dbcMessages::row).toList())
                .write(database)
                .then(attach(messages));
    }

    private Mono<Void> attach(List<Message> messages) {
        return Flux.fromIterable(messages)
                .filter(message -> !message.files().isEmpty())
                .concatMap(message -> files.attach(message.id(), message.files()))
                .then();
    }

    private static Object[] row(Message message) {
        AssuranceLevel level = message.requiredLevel();
        Representation behalf = message.onBehalf();
        return new Object[] {
            message.id().value(),
            message.ticket().value(),
            message.direction().code(),
            message.channel().code(),
            message.author(),
            nullable(behalf == null ? null : behalf.mandate(), UUID.class),
            nullable(behalf == null ? null : behalf.representative(), String.class),
            nullable(behalf == null ? null : behalf.principal().kind().code(), String.class),
            nullable(behalf == null ? null : behalf.principal().name(), String.class),
            message.text(),
            nullable(level == null ? null : level.code(), String.class),
            utc(message.createdAt())
        };
    }

    @Override
    public Mono<Message> find(MessageId id) {
        return withFiles(database.sql("SELECT * FROM message WHERE id = :id")
                        .bind("id", id.value())
                        .map(R2dbcMessages::message)
                        .all())
                .next();
    }

    @Override
    public Flux<Message> conversation(TicketId ticket, @Nullable MessageId after, int limit) {
        return withFiles(database.sql("""
            SELECT * FROM message
             WHERE ticket = :ticket AND id > :after AND direction <> 'internal'
             ORDER BY id
             LIMIT :limit
            """)
                .bind("ticket", ticket.value())
                .bind("after", after == null ? FIRST : after.value())
                .bind("limit", limit)
                .map(R2dbcMessages::message)
                .all());
    }

    @Override
    public Flux<Message> all(TicketId ticket) {
        return withFiles(database.sql("SELECT * FROM message WHERE ticket = :ticket ORDER BY id")
                .bind("ticket", ticket.value())
                .map(R2dbcMessages::message)
                .all());
    }

    @Override
    public Mono<StoredFile> file(MessageId message, FileId file) {
        return files.find(message, file);
    }

    private Flux<Message> withFiles(Flux<Message> messages) {
        return messages.collectList()
                .flatMapMany(all -> files.of(all.stream().map(Message::id).toList())
                        .flatMapIterable(found -> attached(all, found)));
    }

    private static List<Message> attached(List<Message> messages, Map<MessageId, List<StoredFile>> files) {
        return messages.stream()
                .map(message -> message.withFiles(files.getOrDefault(message.id(), List.of())))
                .toList();
    }

    private static Message message(Readable row) {
        String level = row.get("required_level", String.class);
        return new Message(
                new MessageId(Columns.uuid(row, "id")),
                new TicketId(Columns.uuid(row, "ticket")),
                Direction.of(Columns.text(row, "direction")),
                Channel.of(Columns.text(row, "channel")),
                Columns.text(row, "author"),
                onBehalf(row),
                Columns.text(row, "text"),
                level == null ? null : AssuranceLevel.of(level),
                List.of(),
                Columns.instant(row, "created_at"));
    }

    /** Whoever acts for a principal writes as that principal. */
    private static @Nullable Representation onBehalf(Readable row) {
        UUID mandate = row.get("mandate", UUID.class);
        return mandate == null
                ? null
                : new Representation(
                        mandate,
                        Columns.text(row, "representative"),
                        new Principal(
                                CitizenId.of(Columns.text(row, "author")),
                                Principal.Kind.of(Columns.text(row, "principal_kind")),
                                Columns.text(row, "principal")));
    }
}
