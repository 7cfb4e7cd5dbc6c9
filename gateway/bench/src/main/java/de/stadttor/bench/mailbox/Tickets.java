package de.stadttor.bench.mailbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** The tickets that mails became, past the program. */
final class Tickets {

    private static final long GLANCE_MILLIS = 50;
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final Connection connection;

    Tickets(Connection connection) {
        this.connection = connection;
    }

    /** Waits until there are as many, or no more come. */
    void await(String user, int count) throws SQLException, InterruptedException {
        long seen = 0;
        Instant since = Instant.now();
        while (seen < count && since.plus(STANDSTILL).isAfter(Instant.now())) {
            Thread.sleep(GLANCE_MILLIS);
            long now = of(user);
            if (now > seen) {
                seen = now;
                since = Instant.now();
            }
        }
    }

    long of(String user) throws SQLException {
        return number("SELECT COUNT(*) FROM ticket WHERE subject LIKE ?", user);
    }

    /** Different mails that have a ticket. */
    long different(String user) throws SQLException {
        return number("SELECT COUNT(DISTINCT subject) FROM ticket WHERE subject LIKE ?", user);
    }

    private long number(String sql, String user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, user + "-%");
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
