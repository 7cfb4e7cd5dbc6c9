package de.stadttor.survival;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A failpoint in a transaction: a trigger that makes the database sleep where certain rows are written. */
final class HeldRows implements AutoCloseable {

    private static final String SLEEPERS = "information_schema.processlist WHERE state = 'User sleep'";

    /** The server's {@code ER_NO_SUCH_THREAD}. */
    private static final int NO_SUCH_THREAD = 1094;

    private final Connection connection;

    /** @param condition on the new row, such as {@code NEW.kind = 'notice'} */
    HeldRows(Connection connection, String table, String condition) throws SQLException {
        this.connection = connection;
        execute("""
            CREATE TRIGGER hold_rows BEFORE INSERT ON %s FOR EACH ROW
            BEGIN
                IF %s THEN DO SLEEP(600); END IF;
            END
            """.formatted(table, condition));
    }

    void awaitHeld() {
        await("a row is held").atMost(Duration.ofMinutes(1)).until(() -> sleeper() != 0);
    }

    /** Lets nothing of what is held through: its transaction rolls back. */
    @Override
    public void close() throws SQLException {
        for (long sleeper = sleeper(); sleeper != 0; sleeper = sleeper()) {
            kill(sleeper);
        }
        execute("DROP TRIGGER hold_rows");
    }

    /** The database itself ends whoever sleeps for a client that is gone, so it may have been faster. */
    private void kill(long sleeper) throws SQLException {
        try {
            execute("KILL HARD " + sleeper);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD) {
                throw e;
            }
        }
    }

    private long sleeper() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COALESCE(MIN(id), 0) FROM " + SLEEPERS)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
