package de.stadttor.survival;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What stands in the tables, read past the program. */
final class Ledger {

    private final Connection connection;

    Ledger(Connection connection) {
        this.connection = connection;
    }

    /** Every ticket as the receipt that its submitter should hold. */
    List<Receipt> receipts() throws SQLException {
        String sql = """
            SELECT JSON_VALUE(t.fields, '$.ort') mark, t.id, t.number, t.created_at, l.token_hash
              FROM ticket t LEFT JOIN access_link l ON l.ticket = t.id
            """;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<Receipt> receipts = new ArrayList<>();
            while (row.next()) {
                receipts.add(new Receipt(
                        row.getString("mark"),
                        UUID.fromString(row.getString("id")),
                        row.getString("number"),
                        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("token_hash")));
            }
            return receipts;
        }
    }

    /** How many rows of a table, such as {@code outbox WHERE kind = 'notice'}. */
    long count(String rows) throws SQLException {
        return number("SELECT COUNT(*) FROM " + rows);
    }

    /**
     * Tickets that have another number of rows than they should.
     *
     * @param rows of a table whose ticket is {@code t.id}, such as {@code message WHERE ticket = t.id}
     */
    long ticketsWithout(int expected, String rows) throws SQLException {
        return number("SELECT COUNT(*) FROM ticket t WHERE (SELECT COUNT(*) FROM %s) <> %d".formatted(rows, expected));
    }

    /** Streams whose events do not run from 1 to the head without a gap. */
    long brokenStreams() throws SQLException {
        return number("""
            SELECT COUNT(*)
              FROM event_stream s
             WHERE NOT EXISTS (SELECT 1 FROM event e
                                WHERE e.stream = s.id
                               HAVING COUNT(*) = s.next_seq AND MIN(e.seq) = 1 AND MAX(e.seq) = s.next_seq)
            """);
    }

    /** Feeds whose entries do not run from 1 to the head without a gap. */
    long brokenFeeds() throws SQLException {
        return number("""
            SELECT COUNT(*)
              FROM citizen_feed f
             WHERE NOT EXISTS (SELECT 1 FROM citizen_event e
                                WHERE e.citizen = f.citizen
                               HAVING COUNT(*) = f.head AND MIN(e.position) = 1 AND MAX(e.position) = f.head)
            """);
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
