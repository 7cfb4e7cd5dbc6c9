package de.stadttor.store.outbox;

import static de.stadttor.store.Columns.utc;

import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.store.Columns;
import de.stadttor.store.Rows;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcOutbox implements Outbox {

    private static final String CITIZEN = "citizen";
    private static final String QUEUE = "queue";
    private static final String ADDRESS = "address";

    private final DatabaseClient database;

    R2dbcOutbox(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> put(List<OutboxItem> items) {
        return Rows.of("""
            INSERT INTO outbox (id, kind, recipient_kind, recipient, ticket, cause, at) VALUES %s
                ON DUPLICATE KEY UPDATE id = id
            """, items.stream().map(R2dbcOutbox::row).toList()).write(database);
    }

    private static Object[] row(OutboxItem item) {
        return new Object[] {
            item.id(),
            item.kind().name().toLowerCase(Locale.ROOT),
            kind(item.recipient()),
            reference(item.recipient()),
            item.ticket().value(),
            item.cause(),
            utc(item.at())
        };
    }

    @Override
    public Flux<OutboxItem> newest(int limit) {
        return database.sql("SELECT * FROM outbox ORDER BY id DESC LIMIT :limit")
                .bind("limit", limit)
                .map(R2dbcOutbox::item)
                .all();
    }

    private static OutboxItem item(Readable row) {
        return new OutboxItem(
                Columns.uuid(row, "id"),
                Kind.valueOf(Columns.text(row, "kind").toUpperCase(Locale.ROOT)),
                recipient(Columns.text(row, "recipient_kind"), Columns.text(row, "recipient")),
                new TicketId(Columns.uuid(row, "ticket")),
                Columns.number(row, "cause"),
                Columns.instant(row, "at"));
    }

    private static Recipient recipient(String kind, String reference) {
        return switch (kind) {
            case QUEUE -> new Recipient.OfQueue(reference);
            case CITIZEN -> new Recipient.OfCitizen(reference);
            case ADDRESS -> new Recipient.OfAddress(reference);
            default -> throw new IllegalArgumentException("not a kind of recipient: " + kind);
        };
    }

    private static String kind(Recipient recipient) {
        return switch (recipient) {
            case Recipient.OfCitizen _ -> CITIZEN;
            case Recipient.OfQueue _ -> QUEUE;
            case Recipient.OfAddress _ -> ADDRESS;
        };
    }

    private static String reference(Recipient recipient) {
        return switch (recipient) {
            case Recipient.OfCitizen(var citizen) -> citizen;
            case Recipient.OfQueue(var queue) -> queue;
            case Recipient.OfAddress(var address) -> address;
        };
    }
}
