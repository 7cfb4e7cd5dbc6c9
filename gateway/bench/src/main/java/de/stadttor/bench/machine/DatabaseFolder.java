package de.stadttor.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The embedded database of a process, as its folder tells of it: a way into the tables that does not pass through what
 * is measured.
 *
 * @param folder {@code mariadb} below the process's home
 */
public record DatabaseFolder(Path folder) {

    /** Of the server's process. */
    public long pid() throws IOException {
        return Long.parseLong(text("mariadb.pid"));
    }

    public Connection connect() throws IOException, SQLException {
        String url = "jdbc:mariadb://127.0.0.1:" + text("port") + "/stadttor";
        return DriverManager.getConnection(url, "stadttor", text("password"));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file)).strip();
    }
}
