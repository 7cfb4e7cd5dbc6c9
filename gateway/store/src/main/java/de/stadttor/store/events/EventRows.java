package de.stadttor.store.events;

import de.stadttor.events.Event;
import de.stadttor.events.StreamId;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import io.r2dbc.spi.Readable;

/** Reads events from rows. */
public final class EventRows {

    private EventRows() {}

    public static Event event(Readable row) {
        return new Event(
                new StreamId(Columns.uuid(row, "stream")),
                Columns.number(row, "seq"),
                Columns.text(row, "kind"),
                Json.codes(Columns.text(row, "body")),
                Columns.instant(row, "at"));
    }
}
