package de.stadttor.survival;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A failpoint between commit and reaction: a trigger that makes the database sleep where the reaction writes its
 * notice. By then the submission is committed and acknowledged, and the reaction claimed.
 */
final class HeldReactions implements AutoCloseable {

    private static final String SLEEPERS = "information_schema.processlist WHERE state = 'User sleep'";

    private final Connection connection;

    HeldReactions(Connection connection) throws SQLException {
        this.connection = connection;
        execute("""
            CREATE TRIGGER hold_notices BEFORE INSERT ON outbox FOR EACH ROW
            BEGIN
                IF NEW.kind = 'notice' THEN DO SLEEP(600); END IF;
            END
            """);
    }

    void awaitHeld() {
        await("a reaction is held").atMost(Duration.ofSeconds(20)).until(() -> sleeper() != 0);
    }

    /** Lets nothing of the held reaction through: its transaction rolls back. */
    @Override
    public void close() throws SQLException {
        for (long sleeper = sleeper(); sleeper != 0; sleeper = sleeper()) {
            execute("KILL HARD " + sleeper);
        }
        execute("DROP TRIGGER hold_notices");
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
