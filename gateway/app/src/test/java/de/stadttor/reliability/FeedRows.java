package de.stadttor.reliability;

import java.util.List;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What a citizen's stream must carry, read from the tables. */
final class FeedRows {

    private final DatabaseClient database;

    FeedRows(DatabaseClient database) {
        this.database = database;
    }

    /** The whole feed in its order: ticket, and message or time. */
    List<String> of(String citizen) {
        return database.sql("""
            SELECT CONCAT(e.stream, ' ', COALESCE(JSON_VALUE(e.body, '$.message'), DATE_FORMAT(e.at, '%H:%i:%s.%f'))) line
              FROM citizen_event f
              JOIN event e ON e.stream = f.stream AND e.seq = f.seq
              JOIN citizen_identity i ON i.citizen = f.citizen
             WHERE i.subject = :subject
             ORDER BY f.position
            """)
                .bind("subject", "demo-" + citizen)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }

    /** The same of an event as it was sent. */
    static String line(ServerSentEvent<JsonNode> event) {
        JsonNode data = event.data();
        String message = data.path("messageId").asString("");
        return data.path("ticketId").asString() + " "
                + (message.isEmpty() ? time(data.path("at").asString()) : message);
    }

    /** {@code 2026-11-22T09:00:00.5Z} as {@code 09:00:00.500000}; instants leave out zeros at the end. */
    private static String time(String instant) {
        String time = instant.substring(instant.indexOf('T') + 1, instant.length() - 1);
        String whole = time.contains(".") ? time : time + ".";
        return whole + "0".repeat("09:00:00.000000".length() - whole.length());
    }
}
