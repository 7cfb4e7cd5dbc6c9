package de.stadttor.peers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * A Keycloak of its own. The Maven profile {@code peers} fetches it; the system property {@code keycloak.home} says
 * where it is. Two must not run in one home at the same time.
 */
public final class Keycloak implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("keycloak.home", "missing"));
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Peer process;
    private final String address;

    private Keycloak(Peer process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Skips the test where it was not fetched, but not in CI. */
    public static void require() {
        Peer.require(Files.isDirectory(HOME), "Keycloak is fetched with -Ppeers");
    }

    /**
     * Starts it, and returns when the realms are there.
     *
     * @param folder for its log
     */
    public static Keycloak start(int port, Path folder, Realm... realms) throws IOException, InterruptedException {
        Path imports = Files.createDirectories(HOME.resolve("data/import"));
        for (Realm realm : realms) {
            Files.writeString(imports.resolve(realm.name() + "-realm.json"), realm.definition());
        }
        Peer process = Peer.start(command(port), folder.resolve("keycloak.log"));
        var keycloak = new Keycloak(process, "http://localhost:" + port + "/realms/");
        for (Realm realm : realms) {
            keycloak.read(realm.name(), "");
        }
        return keycloak;
    }

    /** A realm's address: its issuer and its entity ID. */
    public String realm(String name) {
        return address + name;
    }

    /** What a realm says at a path of its own. */
    public String read(String realm, String path) throws InterruptedException {
        return process.await(URI.create(realm(realm) + path), PATIENCE);
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
