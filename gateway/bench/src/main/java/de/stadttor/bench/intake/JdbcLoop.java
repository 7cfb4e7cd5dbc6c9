package de.stadttor.bench.intake;

import de.stadttor.bench.bare.CaseRows;
import de.stadttor.bench.bare.Insertion;
import de.stadttor.bench.machine.DatabaseFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes the same rows without HTTP, a connection and a thread for each writer: a process of its own. */
final class JdbcLoop {

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int WARM_WRITERS = 8;
    private static final String TEXT = "Nest ".repeat(170);

    private final DatabaseFolder database;
    private final CaseRows rows = new CaseRows("jdbc");

    private JdbcLoop(DatabaseFolder database) {
        this.database = database;
    }

    /** @param arguments folder of the database, seconds at each point, numbers of writers; prints cases per second */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        var loop = new JdbcLoop(new DatabaseFolder(Path.of(arguments[0])));
        Duration measured = Duration.ofSeconds(Long.parseLong(arguments[1]));
        loop.perSecond(WARM_WRITERS, WARM_UP);
        for (String writers : Arrays.copyOfRange(arguments, 2, arguments.length)) {
            System.out.println(writers + " " + loop.perSecond(Integer.parseInt(writers), measured));
        }
    }

    private double perSecond(int writers, Duration time) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long written = 0;
        try (var threads = Executors.newFixedThreadPool(writers)) {
            Callable<Long> writer = () -> write(begin + time.toNanos());
            for (Future<Long> done : threads.invokeAll(Collections.nCopies(writers, writer))) {
                written += done.get();
            }
        }
        return written * 1e9 / (System.nanoTime() - begin);
    }

    /** How many it could write until then. */
    private long write(long end) throws SQLException, IOException {
        long written = 0;
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            while (System.nanoTime() < end) {
                writeCase(connection);
                written++;
            }
        }
        return written;
    }

    private void writeCase(Connection connection) throws SQLException {
        for (Insertion row : rows.of("jdbc", TEXT)) {
            try (PreparedStatement statement = connection.prepareStatement(row.positional())) {
                int index = 1;
                for (Object value : row.values().values()) {
                    statement.setObject(index++, value);
                }
                statement.executeUpdate();
            }
        }
        connection.commit();
    }
}
