package de.stadttor.store.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB of our own, below one folder, kept between starts. It listens on the loopback address only and lets in only
 * who knows the password of its 0600 file. It outlives a killed program: the next one finds it and goes on with it. A
 * server that dies under a living program is started again.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String SCHEMA = "stadttor";

    private final ServerFolder folder;
    private final ServerProcess process;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final FolderLock lock;

    private EmbeddedServer(ServerFolder folder, ServerProcess process, FolderLock lock) {
        this.folder = folder;
        this.process = process;
        this.lock = lock;
    }

    /**
     * Starts the server of a folder, or finds it running.
     *
     * @param binaries where the unpacked server lives; may be shared among folders
     * @param home folder of its data, port and password
     * @throws IllegalStateException with a sentence for people, when there is none for this system or another program
     *     uses the folder
     */
    public static EmbeddedServer start(Path binaries, Path home) throws IOException {
        Files.createDirectories(home);
        FolderLock lock = FolderLock.on(home);
        ServerFolder folder = ServerFolder.in(home);
        Installation.of(binaries, folder).complete();
        var server = new EmbeddedServer(folder, new ServerProcess(binaries, folder), lock);
        server.run();
        return server;
    }

    /** How to reach it. */
    public Database database() {
        return new Database("127.0.0.1", folder.port(), SCHEMA, folder.user(), folder.password());
    }

    /** The server's process, for those who want to see it die. */
    public ProcessHandle handle() {
        return process.handle();
    }

    /** Stops the server and waits until its data is at rest. */
    @Override
    public void close() throws IOException {
        closing.set(true);
        process.stop(PATIENCE);
        lock.close();
    }

    private void run() throws IOException {
        process.findOrStart(PATIENCE);
        var _ = process.handle().onExit().thenRun(this::startAgain);
    }

    private void startAgain() {
        if (closing.get()) {
            return;
        }
        LOG.warn("The embedded database ended; starting it again");
        try {
            run();
        } catch (IOException | RuntimeException e) {
            LOG.error("The embedded database does not start again, trying on; see {}", folder.log(), e);
            CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::startAgain);
        }
    }
}
