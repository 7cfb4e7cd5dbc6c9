package de.stadttor.bench.machine;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** Waits until a server has nothing left to do, so that nobody's work falls into the next one's turn. */
public final class Rest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long GLANCE_MILLIS = 100;

    private Rest() {}

    /** What the program still has to do stands in the table of reactions. Goes on after a few minutes. */
    public static void of(DatabaseFolder database) {
        Instant end = Instant.now().plus(PATIENCE);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (waiting(statement) > 0 && Instant.now().isBefore(end)) {
                Thread.sleep(GLANCE_MILLIS);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the program's tables cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long waiting(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM reaction")) {
            row.next();
            return row.getLong(1);
        }
    }
}
