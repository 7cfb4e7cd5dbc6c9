package de.stadttor.store.civic;

import de.stadttor.civic.Publication;
import de.stadttor.civic.Publications;
import de.stadttor.files.FileId;
import de.stadttor.store.Columns;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcPublications implements Publications {

    private final DatabaseClient database;

    R2dbcPublications(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Publication> find(TicketId ticket) {
        return database.sql("SELECT * FROM civic_publication WHERE ticket = :ticket")
                .bind("ticket", ticket.value())
                .map(R2dbcPublications::publication)
                .one();
    }

    @Override
    public Mono<Map<TicketId, Publication>> of(Collection<TicketId> tickets) {
        return tickets.isEmpty()
                ? Mono.just(Map.of())
                : database.sql("SELECT * FROM civic_publication WHERE ticket IN (:tickets)")
                        .bind("tickets", tickets.stream().map(TicketId::value).toList())
                        .map(R2dbcPublications::publication)
                        .all()
                        .collectMap(Publication::ticket);
    }

    @Override
    public Mono<Void> put(Publication publication) {
        Publication.Photo photo = publication.photo();
        return database.sql("""
            INSERT INTO civic_publication (ticket, description, message, file, released_by, released_at)
            VALUES (:ticket, :description, :message, :file, :by, :at)
            ON DUPLICATE KEY UPDATE description = VALUES(description), message = VALUES(message),
                   file = VALUES(file), released_by = VALUES(released_by), released_at = VALUES(released_at)
            """)
                .bind("ticket", publication.ticket().value())
                .bind("description", publication.description())
                .bind(
                        "message",
                        Columns.nullable(photo == null ? null : photo.message().value(), UUID.class))
                .bind(
                        "file",
                        Columns.nullable(photo == null ? null : photo.file().value(), UUID.class))
                .bind("by", publication.by())
                .bind("at", Columns.utc(publication.at()))
                .then();
    }

    @Override
    public Mono<Boolean> remove(TicketId ticket) {
        return database.sql("DELETE FROM civic_publication WHERE ticket = :ticket")
                .bind("ticket", ticket.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Publication publication(Readable row) {
        return new Publication(
                new TicketId(Columns.uuid(row, "ticket")),
                Columns.text(row, "description"),
                photo(row),
                Columns.text(row, "released_by"),
                Columns.instant(row, "released_at"));
    }

    private static Publication.@Nullable Photo photo(Readable row) {
        UUID file = row.get("file", UUID.class);
        return file == null
                ? null
                : new Publication.Photo(new MessageId(Columns.uuid(row, "message")), new FileId(file));
    }
}
