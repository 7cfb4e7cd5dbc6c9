package de.stadttor.store.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder of one embedded server: where things lie in it, its port and its password. */
final class ServerFolder {

    private static final String USER = "stadttor";
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_768;

    private final Path home;
    private final String password;
    private int port;

    private ServerFolder(Path home, String password, int port) {
        this.home = home;
        this.password = password;
        this.port = port;
    }

    static ServerFolder in(Path home) throws IOException {
        return new ServerFolder(home, secret(home.resolve("password")), rememberedPort(home));
    }

    Path data() {
        return home.resolve("data");
    }

    Path temporary() {
        return home.resolve("tmp");
    }

    Path log() {
        return home.resolve("mariadb.log");
    }

    Path pidFile() {
        return home.resolve("mariadb.pid");
    }

    /** Too long a path is no socket; the server is used by TCP anyway. */
    Path socket() {
        return home.resolve("mariadb.sock");
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    int port() {
        return port;
    }

    /** Keeps the port if it is free, so that clients find the server again; takes another one otherwise. */
    void choosePort() throws IOException {
        port = isFree(port) ? port : freePort();
        Files.writeString(home.resolve("port"), Integer.toString(port));
    }

    /**
     * Statements that the server runs at each start before it lets anybody in: the accounts it came with are closed,
     * ours has our password.
     */
    Path startStatements() throws IOException {
        String account = "'%s'@'127.0.0.1'".formatted(USER);
        return ownerOnly(home.resolve("start.sql"), """
            ALTER USER IF EXISTS 'root'@'localhost' ACCOUNT LOCK;
            DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');
            FLUSH PRIVILEGES;
            CREATE DATABASE IF NOT EXISTS stadttor CHARACTER SET utf8mb4 COLLATE utf8mb4_german2_ci;
            CREATE USER IF NOT EXISTS %1$s;
            ALTER USER %1$s IDENTIFIED BY '%2$s';
            GRANT ALL PRIVILEGES ON stadttor.* TO %1$s;
            """.formatted(account, password));
    }

    private static int rememberedPort(Path home) throws IOException {
        Path file = home.resolve("port");
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    }

    private static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            ownerOnly(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    private static Path ownerOnly(Path file, String content) throws IOException {
        if (!Files.exists(file)) {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
        return Files.writeString(file, content);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return port == socket.getLocalPort();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Not one of those that systems give to clients: while the server is down, a client that knocks at such a port can
     * meet itself, and then the port is taken.
     */
    private static int freePort() throws IOException {
        return new SecureRandom()
                .ints(LOWEST_PORT, HIGHEST_PORT)
                .limit(1000)
                .filter(ServerFolder::isFree)
                .findFirst()
                .orElseThrow(() -> new IOException("No port is free for the embedded MariaDB"));
    }
}
