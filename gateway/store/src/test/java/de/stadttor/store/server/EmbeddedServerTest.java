package de.stadttor.store.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.stadttor.store.StoreHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One home and one server for all tests; whoever stops it starts it again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path home = StoreHome.fresh();
    private EmbeddedServer server;

    @BeforeAll
    void start() throws IOException {
        server = EmbeddedServer.start(StoreHome.BINARIES, home);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    void letsInWhoKnowsThePassword() throws SQLException {
        assertThat(ask("SELECT DATABASE()")).isEqualTo("stadttor");
    }

    @Test
    void refusesAnAnonymousLogin() {
        refusesLogin("", "");
        refusesLogin("nobody", "");
    }

    @Test
    void refusesRootWithoutAPassword() {
        refusesLogin("root", "");
        refusesLogin("root", server.database().password());
    }

    @Test
    void refusesItsOwnUserWithAnotherPassword() {
        refusesLogin(server.database().user(), "");
        refusesLogin(server.database().user(), "x".repeat(48));
    }

    @Test
    void keepsSecretsForItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("start.sql"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(home.resolve("password"))).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void showsNoPasswordToWhoListsProcesses() {
        assertThat(server.handle().info().commandLine().orElseThrow())
                .doesNotContain(server.database().password());
        assertThat(server.database().toString())
                .doesNotContain(server.database().password());
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws Exception {
        assertThat(ask("SELECT @@bind_address")).isEqualTo("127.0.0.1");
        for (InetAddress address : otherAddresses()) {
            assertThatThrownBy(() -> connect(address)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void commitsDurably() throws SQLException {
        assertThat(ask("SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
    }

    @Test
    void refusesASecondProgramWithASentenceForPeople() {
        assertThatThrownBy(() -> EmbeddedServer.start(StoreHome.BINARIES, home))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Another Stadttor uses " + home)
                .hasMessageContaining("STADTTOR_HOME");
    }

    @Test
    void keepsItsDataAndItsPortBetweenStarts() throws Exception {
        int port = server.database().port();
        run("CREATE OR REPLACE TABLE kept (word VARCHAR(20)) AS SELECT 'Straße' AS word");
        long pid = server.handle().pid();
        stop();
        assertThat(ProcessHandle.of(pid)).isEmpty();
        start();
        assertThat(ask("SELECT word FROM kept")).isEqualTo("Straße");
        assertThat(server.database().port()).isEqualTo(port);
    }

    @Test
    void isStartedAgainWhenItDies() throws Exception {
        run("CREATE OR REPLACE TABLE survivors (id INT) AS SELECT 7 AS id");
        ProcessHandle died = server.handle();
        died.destroyForcibly();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(server.handle().pid()).isNotEqualTo(died.pid());
            assertThat(ask("SELECT id FROM survivors")).isEqualTo("7");
        });
        assertThat(died.isAlive()).isFalse();
    }

    @Test
    void isFoundAgainAfterItsProgramWasKilled() throws Exception {
        stop();
        Process program = program();
        long pid = pidOfServer(program);
        program.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        start();
        assertThat(server.handle().pid()).isEqualTo(pid);
        assertThat(ask("SELECT DATABASE()")).isEqualTo("stadttor");
    }

    @Test
    void isStartedAnewAfterBothWereKilled() throws Exception {
        run("CREATE OR REPLACE TABLE both_killed (id INT) AS SELECT 8 AS id");
        stop();
        Process program = program();
        long pid = pidOfServer(program);
        program.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        ProcessHandle orphan = ProcessHandle.of(pid).orElseThrow();
        orphan.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !orphan.isAlive());
        start();
        assertThat(server.handle().pid()).isNotEqualTo(pid);
        assertThat(ask("SELECT id FROM both_killed")).isEqualTo("8");
    }

    private Process program() throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwningProgram.class.getName(),
                        StoreHome.BINARIES.toString(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long pidOfServer(Process program) throws IOException {
        try (BufferedReader output = program.inputReader()) {
            return output.lines()
                    .filter(line -> line.startsWith("server "))
                    .map(line -> Long.parseLong(line.substring("server ".length())))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void refusesLogin(String user, String password) {
        String url = server.database().jdbcUrl().replace("/stadttor", "/");
        assertThatThrownBy(
                        () -> DriverManager.getConnection(url, user, password).close())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getErrorCode())
                                .as(refused.getMessage())
                                .isIn(1045, 1044, 1698, 4151));
    }

    private Connection connection() throws SQLException {
        Database database = server.database();
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private String ask(String question) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void connect(InetAddress address) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, server.database().port()), 500);
        }
    }

    /** Every address of this machine but the one that the server may listen on. */
    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();
    }
}
