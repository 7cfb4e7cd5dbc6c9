package de.stadttor.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.gateway.TestHome;
import de.stadttor.peers.Dovecot;
import de.stadttor.survival.HoldingProxy.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * SIGKILL while mails are read from a real Dovecot, at every point between fetching and expunging, in every way that a
 * mailbox can be read. The table that this fills stands in docs/reliability.md.
 */
class MailboxKillTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<KilledMailbox> boxes = new ArrayList<>();
    private Path folder;
    private Dovecot dovecot;

    @BeforeEach
    void startDovecot() throws IOException {
        Dovecot.require();
        folder = Files.createTempDirectory("dc");
        dovecot = Dovecot.start(folder);
        heldInTheConversation();
        heldInTheTransaction();
    }

    @AfterEach
    void stop() throws IOException {
        for (KilledMailbox box : boxes) {
            if (box.proxy() != null) {
                box.proxy().close();
            }
        }
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @Test
    void makesExactlyOneMessageOfEachMailWheneverItIsKilled() throws Exception {
        try (var program = new Program(TestHome.fresh(), settings())) {
            killInTheConversations(program);
            killInTheTransaction(program, "request_key", "parsed");
            killInTheTransaction(program, "message_original", "stored");
            List<String> subjects = Stream.concat(
                            held().map(KilledMailbox::name),
                            transactional().flatMap(box -> Stream.of(box.name() + "-parsed", box.name() + "-stored")))
                    .toList();
            try (Connection connection = program.database()) {
                var ledger = new Ledger(connection);
                assertThat(subjects)
                        .allSatisfy(subject ->
                                assertThat(tickets(ledger, subject)).as(subject).isEqualTo(1));
                assertThat(ledger.count("ticket")).isEqualTo(subjects.size());
                assertThat(ledger.ticketsWithout(1, "message WHERE ticket = t.id"))
                        .isZero();
            }
        }
    }

    private void killInTheConversations(Program program) throws Exception {
        for (KilledMailbox box : held().toList()) {
            box.deliver(dovecot, box.name());
        }
        program.start();
        for (KilledMailbox box : held().toList()) {
            await(box.name()).atMost(PATIENCE).until(() -> box.proxy().isHeld());
        }
        program.kill();
        try (Connection connection = program.database()) {
            var ledger = new Ledger(connection);
            assertThat(held())
                    .allSatisfy(box -> assertThat(tickets(ledger, box.name()))
                            .as(box.name())
                            .isEqualTo(box.committed() ? 1 : 0));
            held().forEach(box -> box.proxy().release());
            program.start();
            awaitAllIn(ledger, held().toList(), 1);
        }
    }

    private void killInTheTransaction(Program program, String table, String when) throws Exception {
        try (Connection connection = program.database()) {
            try (var rows = new HeldRows(connection, table, "TRUE")) {
                for (KilledMailbox box : transactional().toList()) {
                    box.deliver(dovecot, box.name() + "-" + when);
                }
                rows.awaitHeld();
                program.kill();
            }
            var ledger = new Ledger(connection);
            assertThat(transactional())
                    .allSatisfy(box ->
                            assertThat(tickets(ledger, box.name() + "-" + when)).isZero());
            program.start();
            awaitAllIn(ledger, transactional().toList(), when.equals("parsed") ? 1 : 2);
        }
    }

    /** In, and done with in their mailboxes; so nothing can make a second message any more. */
    private void awaitAllIn(Ledger ledger, List<KilledMailbox> some, int mails) {
        for (KilledMailbox box : some) {
            await(box.name()).atMost(PATIENCE).until(() -> isDone(ledger, box, mails));
        }
    }

    private boolean isDone(Ledger ledger, KilledMailbox box, int mails) throws IOException, SQLException {
        return switch (box.after()) {
            case "delete" -> box.left(folder) == 0;
            case "move" -> box.left(folder) == 0 && box.moved(folder) == mails;
            default -> ledger.count("mailbox_mail WHERE cause IS NULL AND mailbox = '" + box.name() + "'") == mails;
        };
    }

    private static long tickets(Ledger ledger, String subject) throws SQLException {
        return ledger.count("ticket WHERE subject = '" + subject + "'");
    }

    private Stream<KilledMailbox> held() {
        return boxes.stream().filter(box -> box.proxy() != null);
    }

    private Stream<KilledMailbox> transactional() {
        return boxes.stream().filter(box -> box.proxy() == null);
    }

    private void heldInTheConversation() throws IOException {
        Point fetching = new Point.Content(KilledMailbox.END);
        hold("imap", "delete", "fetching", fetching, false);
        hold("imap", "delete", "unflagged", new Point.Command("UID STORE"), true);
        hold("imap", "delete", "flagged", new Point.Answer("UID STORE"), true);
        hold("imap", "delete", "unexpunged", new Point.Command("UID EXPUNGE"), true);
        hold("imap", "delete", "expunged", new Point.Answer("UID EXPUNGE"), true);
        hold("imap", "move", "fetching", fetching, false);
        hold("imap", "move", "unmoved", new Point.Command("UID MOVE"), true);
        hold("imap", "move", "moved", new Point.Answer("UID MOVE"), true);
        hold("imap", "keep", "fetching", fetching, false);
        hold("imap", "keep", "unflagged", new Point.Command("UID STORE"), true);
        hold("imap", "keep", "flagged", new Point.Answer("UID STORE"), true);
        hold("pop3", "delete", "fetching", fetching, false);
        hold("pop3", "delete", "undeleted", new Point.Command("DELE"), true);
        hold("pop3", "delete", "deleted", new Point.Answer("DELE"), true);
        hold("pop3", "delete", "unquit", new Point.Command("QUIT"), true);
        hold("pop3", "delete", "quit", new Point.Answer("QUIT"), true);
        hold("pop3", "keep", "fetching", fetching, false);
        hold("pop3", "keep", "unquit", new Point.Command("QUIT"), true);
    }

    private void heldInTheTransaction() {
        for (String way : List.of("imap-delete", "imap-move", "imap-keep", "pop3-delete", "pop3-keep")) {
            String[] words = way.split("-", 2);
            boxes.add(new KilledMailbox(way, words[0], words[1], null, false));
        }
    }

    private void hold(String protocol, String after, String when, Point point, boolean committed) throws IOException {
        int port = protocol.equals("imap") ? dovecot.imapPort() : dovecot.pop3Port();
        String name = protocol + "-" + after + "-" + when;
        boxes.add(new KilledMailbox(name, protocol, after, new HoldingProxy(port, point), committed));
    }

    private String[] settings() {
        return Stream.concat(
                        Stream.of("--stadttor.mail.mailbox-lease=3s"),
                        boxes.stream().flatMap(box -> box.settings(dovecot).stream()))
                .toArray(String[]::new);
    }
}
