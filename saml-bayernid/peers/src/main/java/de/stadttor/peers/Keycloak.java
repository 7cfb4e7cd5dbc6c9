package de.stadttor.peers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * A Keycloak of its own, with one realm. The Maven profile {@code peers} fetches it; the system property
 * {@code keycloak.home} says where it is. Two must not run in one home at the same time.
 */
public final class Keycloak implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("keycloak.home", "missing"));
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Peer process;
    private final String realm;

    private Keycloak(Peer process, String realm) {
        this.process = process;
        this.realm = realm;
    }

    /** Skips the test where it was not fetched, but not in CI. */
    public static void require() {
        Peer.require(Files.isDirectory(HOME), "Keycloak is fetched with -Ppeers");
    }

    /**
     * Starts it, and returns when the realm is there.
     *
     * @param realm its name
     * @param definition the realm in Keycloak's export format (JSON)
     * @param folder for its log
     */
    public static Keycloak start(int port, String realm, String definition, Path folder)
            throws IOException, InterruptedException {
        Path imports = Files.createDirectories(HOME.resolve("data/import"));
        Files.writeString(imports.resolve(realm + "-realm.json"), definition);
        String address = "http://localhost:" + port + "/realms/" + realm;
        Peer process = Peer.start(command(port), folder.resolve("keycloak.log"));
        process.await(URI.create(address), PATIENCE);
        return new Keycloak(process, address);
    }

    /** The realm's address: its issuer and its entity ID. */
    public String realm() {
        return realm;
    }

    /** What the realm says at a path of its own. */
    public String read(String path) throws InterruptedException {
        return process.await(URI.create(realm + path), PATIENCE);
    }

    @Override
    public void close() {
        process.close();
    }

    private static ProcessBuilder command(int port) {
        var command = new ProcessBuilder(
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=localhost",
                "--http-port=" + port,
                "--db=dev-mem",
                "--import-realm");
        command.environment().put("JAVA_HOME", Objects.requireNonNull(System.getProperty("java.home")));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
        return command;
    }
}
