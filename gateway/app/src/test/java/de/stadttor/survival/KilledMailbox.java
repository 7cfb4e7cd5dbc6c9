package de.stadttor.survival;

import static java.nio.charset.StandardCharsets.US_ASCII;

import de.stadttor.peers.Dovecot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox with one mail at a time, whose reader dies at a certain point.
 *
 * @param name also the user, and the subject of its mail
 * @param proxy null where the reader dies at a point of its transaction
 * @param committed whether the mail's ticket is there when the reader dies
 */
record KilledMailbox(
        String name,
        String protocol,
        String after,
        @Nullable HoldingProxy proxy,
        boolean committed) {

    /** Bytes after which the end of a mail comes. */
    private static final int FILLING = 100_000;

    static final String END = "The end of the mail.";

    /** As the program is told of it. */
    List<String> settings(Dovecot dovecot) {
        int server = protocol.equals("imap") ? dovecot.imapPort() : dovecot.pop3Port();
        String prefix = "--stadttor.mail.mailboxes." + name + ".";
        return List.of(
                prefix + "protocol=" + protocol,
                prefix + "host=127.0.0.1",
                prefix + "port=" + (proxy == null ? server : proxy.port()),
                prefix + "security=plain",
                prefix + "user=" + name,
                prefix + "password=" + Dovecot.PASSWORD,
                prefix + "after=" + after,
                prefix + "move-to=Done",
                prefix + "idle=false",
                prefix + "poll=1s",
                prefix + "retry=1s");
    }

    void deliver(Dovecot dovecot, String subject) throws IOException {
        String line = "So lang, dass sein Ende erst zuletzt kommt...............................\r\n";
        String mail = """
            From: Erika Muster <erika@example.org>\r
            To: buergerservice@stadt.test\r
            Message-ID: <%1$s@example.org>\r
            Subject: %1$s\r
            \r
            """.formatted(subject) + line.repeat(FILLING / line.length()) + END + "\r\n";
        dovecot.deliver(name, subject, mail.getBytes(US_ASCII));
    }

    /** Mails in the folder that is read. */
    long left(Path folder) throws IOException {
        return files(folder.resolve("mail").resolve(name));
    }

    /** Mails in the folder that they are moved to. */
    long moved(Path folder) throws IOException {
        return files(folder.resolve("mail").resolve(name).resolve(".Done"));
    }

    private static long files(Path box) throws IOException {
        long count = 0;
        for (String part : List.of("new", "cur")) {
            Path path = box.resolve(part);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    count += files.count();
                }
            }
        }
        return count;
    }
}
