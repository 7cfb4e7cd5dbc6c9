package de.stadttor.peers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A foreign program that a test starts and ends; at the latest it ends with us. */
public final class Peer implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final int GRACE_SECONDS = 20;

    private final Process process;

    private Peer(Process process) {
        this.process = process;
    }

    /** Skips the test where a peer is not installed, but not in CI, which must have them all. */
    public static void require(boolean present, String how) {
        if ("true".equals(System.getenv("CI")) && !present) {
            throw new AssertionError("peer missing in CI: " + how);
        }
        Assumptions.assumeTrue(present, how);
    }

    public static Peer start(ProcessBuilder command, Path log) throws IOException {
        var peer = new Peer(
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start());
        Runtime.getRuntime().addShutdownHook(new Thread(peer::close));
        return peer;
    }

    /** Waits until the address answers 200 and returns what it says; fails when the peer ends or takes too long. */
    public String await(URI address, Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        try (var http = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(end) && process.isAlive()) {
                try {
                    var request = HttpRequest.newBuilder(address).build();
                    var answer = http.send(request, BodyHandlers.ofString());
                    if (answer.statusCode() == 200) {
                        return answer.body();
                    }
                } catch (IOException e) { // not listening yet: the very thing we wait for
                    process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
                }
                process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("peer does not answer at " + address);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
