package de.stadttor.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A Dovecot of its own, from the system's packages: IMAP and POP3 on ports of its own, every user with the one
 * password, mails in Maildirs below a folder of its own. {@code .ci/install-mail-peers} installs it.
 */
public final class Dovecot implements AutoCloseable {

    public static final String PASSWORD = "secret";

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final List<Path> PARTS = List.of(Path.of("/usr/lib/dovecot/imap"), Path.of("/usr/lib/dovecot/pop3"));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Peer process;
    private final Path folder;
    private final int imapPort;
    private final int pop3Port;

    private Dovecot(Peer process, Path folder, int imapPort, int pop3Port) {
        this.process = process;
        this.folder = folder;
        this.imapPort = imapPort;
        this.pop3Port = pop3Port;
    }

    /** Skips the test where it is not installed, but not in CI. */
    public static void require() {
        Peer.require(
                Stream.concat(Stream.of(PROGRAM), PARTS.stream()).allMatch(Files::isExecutable),
                "Dovecot is installed by .ci/install-mail-peers");
    }

    /**
     * Starts it, and returns when it answers.
     *
     * @param folder for its mails and all else; its path must be short, since sockets are made below it
     */
    public static Dovecot start(Path folder) throws IOException {
        open(folder);
        open(Files.createDirectories(folder.resolve("mail")));
        int imapPort = freePort();
        int pop3Port = freePort();
        Path settings = folder.resolve("dovecot.conf");
        Files.writeString(settings, settings(folder.toAbsolutePath(), imapPort, pop3Port));
        var command = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", settings.toString());
        var dovecot = new Dovecot(Peer.start(command, folder.resolve("dovecot.out")), folder, imapPort, pop3Port);
        dovecot.awaitGreeting();
        return dovecot;
    }

    public int imapPort() {
        return imapPort;
    }

    public int pop3Port() {
        return pop3Port;
    }

    /** Puts a mail into a user's INBOX as a delivery agent would: written aside, then moved. */
    public void deliver(String user, String name, byte[] mail) throws IOException {
        prepare(user, name, mail);
        release(user);
    }

    /**
     * Puts a mail into a user's INBOX that somebody has seen already.
     *
     * @param name with flags, as in a Maildir: {@code name:2,ST} is seen and marked as deleted
     */
    public void deliverRead(String user, String name, byte[] mail) throws IOException {
        prepare(user, name, mail);
        Files.move(
                box(user).resolve("tmp").resolve(name), box(user).resolve("cur").resolve(name));
    }

    /** Takes the mails of a subject out of a user's INBOX, as another client of the mailbox would. */
    public void remove(String user, String subject) throws IOException, InterruptedException {
        String settings = folder.resolve("dovecot.conf").toString();
        Process change = new ProcessBuilder(
                        "doveadm", "-c", settings, "expunge", "-u", user, "mailbox", "INBOX", "subject", subject)
                .inheritIO()
                .start();
        if (change.waitFor() != 0) {
            throw new IOException("doveadm cannot change " + user);
        }
    }

    /** Writes a mail aside; {@link #release} puts all of them into the INBOX at once. */
    public void prepare(String user, String name, byte[] mail) throws IOException {
        for (String part : List.of(".", "tmp", "new", "cur")) {
            open(Files.createDirectories(box(user).resolve(part)));
        }
        open(Files.write(box(user).resolve("tmp").resolve(name), mail));
    }

    public void release(String user) throws IOException {
        try (Stream<Path> prepared = Files.list(box(user).resolve("tmp"))) {
            for (Path mail : prepared.sorted().toList()) {
                Files.move(mail, box(user).resolve("new").resolve(mail.getFileName()));
            }
        }
    }

    private Path box(String user) {
        return folder.resolve("mail").resolve(user);
    }

    /** Gives a user's INBOX another UIDVALIDITY, as servers do that had to restore a mailbox. */
    public void renumber(String user) throws IOException, InterruptedException {
        long validity = Instant.now().plus(Duration.ofDays(1)).getEpochSecond();
        Process change = new ProcessBuilder(
                        "doveadm",
                        "-c",
                        folder.resolve("dovecot.conf").toString(),
                        "mailbox",
                        "update",
                        "-u",
                        user,
                        "--uid-validity",
                        String.valueOf(validity),
                        "INBOX")
                .inheritIO()
                .start();
        if (change.waitFor() != 0) {
            throw new IOException("doveadm cannot change " + user);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private void awaitGreeting() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!greets()) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("Dovecot does not answer, see " + folder);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean greets() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), imapPort);
                var lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            String greeting = lines.readLine();
            return greeting != null && greeting.startsWith("* OK");
        } catch (IOException e) { // not listening yet: the very thing we wait for
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** For whomever it runs as. */
    private static Path open(Path path) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /** Root may serve neither logins nor mails, so others do for it; whoever is not root does it all themselves. */
    private static String settings(Path folder, int imapPort, int pop3Port) throws IOException {
        String user = System.getProperty("user.name");
        boolean root = "root".equals(user);
        Files.createDirectories(folder.resolve("run"));
        return """
            base_dir = %1$s/run
            log_path = %1$s/dovecot.log
            protocols = imap pop3
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            default_internal_user = %2$s
            default_internal_group = %3$s
            default_login_user = %4$s
            first_valid_uid = 1
            first_valid_gid = 1
            mail_location = maildir:%1$s/mail/%%u
            mail_fsync = never
            mail_max_userip_connections = 100
            passdb {
              driver = static
              args = password=%5$s
            }
            userdb {
              driver = static
              args = uid=%6$s gid=%7$s home=%1$s/mail/%%u
            }
            service anvil {
              chroot =
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = %8$d
              }
              inet_listener imaps {
                port = 0
              }
            }
            service pop3-login {
              chroot =
              inet_listener pop3 {
                port = %9$d
              }
              inet_listener pop3s {
                port = 0
              }
            }
            """.formatted(
                        folder,
                        root ? "dovecot" : user,
                        root ? "dovecot" : id("-gn"),
                        root ? "dovenull" : user,
                        PASSWORD,
                        root ? id("-u", "nobody") : id("-u"),
                        root ? id("-g", "nobody") : id("-g"),
                        imapPort,
                        pop3Port);
    }

    private static String id(String... what) throws IOException {
        Process id = new ProcessBuilder(
                        Stream.concat(Stream.of("id"), Stream.of(what)).toList())
                .start();
        return new String(id.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
}
