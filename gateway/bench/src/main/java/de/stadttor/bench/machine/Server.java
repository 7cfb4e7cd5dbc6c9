package de.stadttor.bench.machine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A server with a database of its own, as a process of its own: the program, or what it is held against. */
public final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long GLANCE_MILLIS = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JavaProcess process;
    private final int port;
    private final DatabaseFolder database;

    private Server(JavaProcess process, int port, DatabaseFolder database) {
        this.process = process;
        this.port = port;
        this.database = database;
    }

    /**
     * The packaged program in its demo mode, which gives tokens, and with limits that stop nobody. Its cache of loaded
     * classes is used if there is one.
     *
     * @param home folder of its own, fresh
     * @param settings such as {@code --stadttor.mail.lease=3s}
     */
    public static Server program(Options options, Path home, String... settings)
            throws IOException, InterruptedException {
        int port = Ports.free();
        Path cache = options.program().resolve("stadttor.aot");
        var arguments = new Arguments()
                .add(options.jvm())
                .addIf(cache.toFile().exists(), "-XX:AOTCache=" + cache, "-Xlog:aot=off")
                .add("-jar", options.program().resolve("stadttor.jar").toString())
                .add("--server.port=" + port)
                .add("--stadttor.web.public-url=http://localhost:" + port)
                .add("--stadttor.store.home=" + home)
                .add("--stadttor.store.binaries=" + binaries(options))
                .add("--stadttor.demo.smtp-port=0")
                .add(settings);
        for (String caller : List.of("login", "citizen", "caseworker", "machine")) {
            arguments.add("--stadttor.web.limits." + caller + ".per-second=1000000");
            arguments.add("--stadttor.web.limits." + caller + ".burst=1000000");
        }
        return started(arguments.list(), port, home, "/actuator/health/readiness");
    }

    /**
     * A class of ours that serves on its first argument, a port, with a database in its second, a folder, by the
     * server's binaries in its third.
     */
    public static Server bare(Class<?> main, Options options, Path home) throws IOException, InterruptedException {
        int port = Ports.free();
        var arguments = new Arguments()
                .add(options.jvm())
                .add("-cp", System.getProperty("java.class.path"), main.getName())
                .add(Integer.toString(port), home.resolve("mariadb").toString(), binaries(options));
        return started(arguments.list(), port, home, "/ready");
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    public DatabaseFolder database() {
        return database;
    }

    /** A demo persona's token, such as of {@code formserver}; only the program gives any. */
    public String token(String persona) throws IOException, InterruptedException {
        return get("/demo/token/" + persona).body();
    }

    /** Issuer of the demo's tokens. */
    public String issuer() {
        return "http://localhost:" + port + "/demo";
    }

    @Override
    public void close() {
        http.close();
        process.close();
    }

    /** Unpacked once for all runs. */
    private static String binaries(Options options) {
        return options.program().resolveSibling("mariadb").toString();
    }

    private static Server started(List<String> arguments, int port, Path home, String sign)
            throws IOException, InterruptedException {
        Path log = home.resolve("log");
        var process = JavaProcess.start(arguments, log);
        var server = new Server(process, port, new DatabaseFolder(home.resolve("mariadb")));
        Instant end = Instant.now().plus(PATIENCE);
        while (!server.answers(sign)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.close();
                throw new IOException("It does not start:\n" + Files.readString(log));
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        return server;
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            return get(path).statusCode() == 200;
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
}
