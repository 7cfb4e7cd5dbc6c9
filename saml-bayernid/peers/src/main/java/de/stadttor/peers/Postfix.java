package de.stadttor.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A Postfix of its own, from the system's packages: SMTP on a port of its own, mails to {@code example.org} in Maildirs
 * below a folder of its own, all else refused. {@code .ci/install-mail-peers} installs it. Its master needs root.
 */
public final class Postfix implements AutoCloseable {

    /** Nobody has this address: mails to it are refused for good. */
    public static final String UNKNOWN = "unknown@example.org";

    /** Mails to this address are refused for now. */
    public static final String GREYLISTED = "greylisted@example.org";

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Peer process;
    private final Path folder;
    private final int port;

    private Postfix(Peer process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Skips the test where it is not installed or cannot run, but not in CI. */
    public static void require() {
        Peer.require(
                Files.isExecutable(PROGRAM) && "root".equals(System.getProperty("user.name")),
                "Postfix is installed by .ci/install-mail-peers, and started by root");
    }

    /** Starts it, and returns when it answers. */
    public static Postfix start(Path folder) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = freePort();
        Path settings = Files.createDirectories(folder.resolve("etc"));
        Files.createDirectories(folder.resolve("queue"));
        own(Files.createDirectories(folder.resolve("data")));
        own(Files.createDirectories(folder.resolve("mail")));
        Files.writeString(settings.resolve("main.cf"), main(folder));
        Files.writeString(settings.resolve("master.cf"), master(port));
        var command = new ProcessBuilder(PROGRAM.toString(), "-c", settings.toString(), "start-fg");
        var postfix = new Postfix(Peer.start(command, folder.resolve("postfix.out")), folder, port);
        postfix.awaitConnection();
        return postfix;
    }

    public int port() {
        return port;
    }

    /** The mails that arrived for a user of {@code example.org}, in no order. */
    public List<String> mails(String user) throws IOException {
        Path arrived = folder.resolve("mail").resolve(user).resolve("new");
        if (!Files.isDirectory(arrived)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(arrived)) {
            return files.map(Postfix::read).toList();
        }
    }

    /** Its master runs beside the process that was started, and ends only when it is told. */
    @Override
    public void close() throws IOException {
        var command = new ProcessBuilder(
                PROGRAM.toString(), "-c", folder.resolve("etc").toString(), "abort");
        command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("abort.out").toFile())
                .start()
                .onExit()
                .join();
        process.close();
    }

    private static String read(Path mail) {
        try {
            return Files.readString(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void own(Path path) throws IOException {
        var users = path.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(path, users.lookupPrincipalByName("postfix"));
    }

    private void awaitConnection() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("Postfix does not answer, see " + folder);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return socket.getInputStream().read() == '2';
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The uid of the mailboxes is that of the package's own user, which never is below 100. */
    private static String main(Path folder) throws IOException {
        int uid = (int) Files.getAttribute(folder.resolve("data"), "unix:uid");
        int gid = (int) Files.getAttribute(folder.resolve("data"), "unix:gid");
        return """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            mail_owner = postfix
            inet_interfaces = loopback-only
            inet_protocols = ipv4
            myhostname = mail.example.org
            mydestination =
            mynetworks =
            maillog_file = %1$s/data/mail.log
            maillog_file_prefixes = %1$s
            virtual_mailbox_domains = example.org
            virtual_mailbox_base = %1$s/mail
            virtual_mailbox_maps = inline:{ { erika@example.org = erika/ } }
            virtual_uid_maps = static:%2$d
            virtual_gid_maps = static:%3$d
            virtual_minimum_uid = 1
            smtpd_recipient_restrictions =
                check_recipient_access inline:{ { greylisted@example.org = 450 4.7.1 greylisted } },
                reject_unauth_destination, reject_unlisted_recipient
            """.formatted(folder, uid, gid == 0 ? uid : gid);
    }

    private static String master(int port) {
        return """
            127.0.0.1:%d inet n - n - - smtpd
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            proxymap unix - - n - - proxymap
            virtual unix - n n - - virtual
            retry unix - - n - - error
            error unix - - n - - error
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd
            """.formatted(port);
    }
}
