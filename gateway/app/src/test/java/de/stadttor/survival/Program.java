package de.stadttor.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.GatewayApplication;
import de.stadttor.gateway.TestHome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The real program as a process of its own, with a folder of its own, to be killed and started again. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final int port;
    private final List<String> settings;
    private @Nullable Process process;

    /** @param settings such as {@code --stadttor.web.read-patience=2s} */
    Program(Path home, String... settings) throws IOException {
        this.home = home;
        this.port = Ports.free();
        this.settings = List.of(settings);
    }

    String url() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    /** Starts it and waits until it takes requests. */
    void start() throws IOException {
        start(Packaged.startingFast());
    }

    /** @param flags for its JVM */
    void start(List<String> flags) throws IOException {
        var builder = new ProcessBuilder(command(flags))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("STADTTOR_"));
        builder.environment().put("STADTTOR_DEMO_SMTP_PORT", "0");
        process = builder.start();
        awaitReady();
    }

    void awaitReady() {
        await("the program is ready, see " + log())
                .atMost(PATIENCE)
                .pollInterval(GLANCE)
                .until(this::isReady);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** SIGTERM; its database stops with it. */
    void stop() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }

    /** SIGKILL; its database lives on. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** SIGKILL; a living program starts another one. */
    void killDatabase() throws IOException {
        ProcessHandle server = ProcessHandle.of(databasePid()).orElseThrow();
        server.destroyForcibly();
        await("the database is dead").atMost(PATIENCE).pollInterval(GLANCE).until(() -> !server.isAlive());
    }

    /** Waits until another database than {@code dead} runs. */
    void awaitOtherDatabase(long dead) {
        await("another database, see " + log())
                .atMost(PATIENCE)
                .pollInterval(GLANCE)
                .ignoreExceptions()
                .until(() -> databasePid() != dead);
    }

    long databasePid() throws IOException {
        return Long.parseLong(databaseFile("mariadb.pid"));
    }

    /** Straight into the tables, past the program. */
    Connection database() throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + databaseFile("port") + "/stadttor", "stadttor", databaseFile("password"));
    }

    /** A demo persona's token; it stays good over restarts, since the keys are kept with the data. */
    String token(String persona) throws IOException, InterruptedException {
        return get("/demo/token/" + persona).body();
    }

    /** Ends both and leaves only the log. */
    @Override
    public void close() throws IOException {
        kill();
        killDatabase();
        FileSystemUtils.deleteRecursively(home.resolve("mariadb"));
    }

    private boolean isReady() throws InterruptedException {
        assertThat(isAlive()).as("it lives, see " + log()).isTrue();
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String databaseFile(String name) throws IOException {
        return Files.readString(home.resolve("mariadb").resolve(name)).strip();
    }

    private Path log() {
        return home.resolve("program.log");
    }

    /** The program as it ships, without the tests on its class path. */
    private List<String> command(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(
                GatewayApplication.class.getName(),
                "--server.port=" + port,
                "--stadttor.web.public-url=" + url(),
                "--stadttor.store.home=" + home,
                "--stadttor.store.binaries=" + TestHome.BINARIES));
        command.addAll(settings);
        return command;
    }
}
