package de.stadttor.store.outbox;

import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.store.Columns;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Readable;
import java.util.Locale;

/** How items stand in the columns of the outbox. */
final class OutboxRows {

    private static final String CITIZEN = "citizen";
    private static final String QUEUE = "queue";
    private static final String ADDRESS = "address";

    private OutboxRows() {}

    static OutboxItem item(Readable row) {
        return new OutboxItem(
                Columns.uuid(row, "id"),
                Kind.valueOf(Columns.text(row, "kind").toUpperCase(Locale.ROOT)),
                recipient(row),
                new TicketId(Columns.uuid(row, "ticket")),
                Columns.number(row, "cause"),
                Columns.instant(row, "at"));
    }

    static Recipient recipient(Readable row) {
        String reference = Columns.text(row, "recipient");
        return switch (Columns.text(row, "recipient_kind")) {
            case QUEUE -> new Recipient.OfQueue(reference);
            case CITIZEN -> new Recipient.OfCitizen(reference);
            case ADDRESS -> new Recipient.OfAddress(reference);
            case String kind -> throw new IllegalArgumentException("not a kind of recipient: " + kind);
        };
    }

    static String kind(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String kind(Recipient recipient) {
        return switch (recipient) {
            case Recipient.OfCitizen _ -> CITIZEN;
            case Recipient.OfQueue _ -> QUEUE;
            case Recipient.OfAddress _ -> ADDRESS;
        };
    }

    static String reference(Recipient recipient) {
        return switch (recipient) {
            case Recipient.OfCitizen(var citizen) -> citizen;
            case Recipient.OfQueue(var queue) -> queue;
            case Recipient.OfAddress(var address) -> address;
        };
    }
}
