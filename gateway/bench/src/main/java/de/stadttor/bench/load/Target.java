package de.stadttor.bench.load;

import de.stadttor.bench.machine.DatabaseFolder;
import de.stadttor.bench.machine.Server;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A server under load.
 *
 * @param name as it stands in tables
 * @param url without a slash at the end
 * @param token for its API; empty where nobody asks for one
 * @param pid of the server
 * @param database folder of its embedded database
 * @param databasePid of its database
 */
public record Target(String name, String url, String token, long pid, Path database, long databasePid) {

    public static final String PROGRAM = "stadttor";
    public static final String BARE = "bare";

    /** The program, used by a persona of the demo. */
    public static Target program(Server server, String persona) throws IOException, InterruptedException {
        return of(PROGRAM, server, server.token(persona));
    }

    public static Target bare(Server server) throws IOException {
        return of(BARE, server, "");
    }

    boolean isProgram() {
        return name.equals(PROGRAM);
    }

    DatabaseFolder tables() {
        return new DatabaseFolder(database);
    }

    private static Target of(String name, Server server, String token) throws IOException {
        return new Target(
                name,
                server.url(),
                token,
                server.pid(),
                server.database().folder(),
                server.database().pid());
    }
}
