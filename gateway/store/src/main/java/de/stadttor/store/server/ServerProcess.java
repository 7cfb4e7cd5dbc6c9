package de.stadttor.store.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The running server: found by its pid file or started, watched, stopped. */
final class ServerProcess {

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Path binaries;
    private final ServerFolder folder;
    private volatile @Nullable ProcessHandle handle;

    ServerProcess(Path binaries, ServerFolder folder) {
        this.binaries = binaries;
        this.folder = folder;
    }

    ProcessHandle handle() {
        if (handle == null) {
            throw new IllegalStateException("not started");
        }
        return handle;
    }

    /** Goes on with a server that a killed program left behind, if it answers; starts one otherwise. */
    void findOrStart(Duration patience) throws IOException {
        Optional<ProcessHandle> left = leftBehind();
        if (left.isPresent() && answers()) {
            handle = left.get();
            return;
        }
        if (left.isPresent()) {
            end(left.get(), patience);
        }
        start(patience);
    }

    void stop(Duration patience) {
        if (handle != null && handle.isAlive()) {
            end(handle, patience);
        }
    }

    private void start(Duration patience) throws IOException {
        folder.choosePort();
        Files.createDirectories(folder.temporary());
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
        handle = process.toHandle();
        Instant end = Instant.now().plus(patience);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "The embedded MariaDB does not start; its log is " + folder.log() + ".");
            }
            pause();
        }
    }

    /** Durable commits, loopback only, no certificate of its own (it would cost seconds at every start). */
    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                binaries.resolve("bin").resolve("mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                dataFolder(),
                "--tmpdir=" + folder.temporary(),
                "--pid-file=" + folder.pidFile(),
                "--socket=" + folder.socket(),
                "--port=" + folder.port(),
                "--bind-address=127.0.0.1",
                "--init-file=" + folder.startStatements(),
                "--skip-ssl",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_german2_ci",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=256M",
                "--max-allowed-packet=64M",
                "--max-connections=200"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    private Optional<ProcessHandle> leftBehind() throws IOException {
        if (!Files.exists(folder.pidFile())) {
            return Optional.empty();
        }
        String pid = Files.readString(folder.pidFile()).strip();
        return pid.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(pid)).filter(this::isOurs);
    }

    /** A pid may have been given to somebody else since, be it another MariaDB. */
    private boolean isOurs(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return process.isAlive()
                && info.command()
                        .map(command -> command.endsWith("mariadbd") || command.endsWith("mariadbd.exe"))
                        .orElse(false)
                && info.arguments()
                        .map(arguments -> List.of(arguments).contains(dataFolder()))
                        .orElse(true);
    }

    private String dataFolder() {
        return "--datadir=" + folder.data();
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), folder.port()), 500);
            socket.setSoTimeout(2000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(ProcessHandle process, Duration patience) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        process.destroy();
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Blocks the thread that starts the program, or the one that watches the server's process; never an event loop. */
    private static void pause() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database starts", e);
        }
    }
}
