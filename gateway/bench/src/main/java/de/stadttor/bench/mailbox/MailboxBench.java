package de.stadttor.bench.mailbox;

import de.stadttor.bench.machine.Folder;
import de.stadttor.bench.machine.Options;
import de.stadttor.bench.machine.Server;
import de.stadttor.bench.report.Verdict;
import de.stadttor.peers.Dovecot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The command {@code bench mailbox}: 10,000 mails in a real Dovecot, read by IMAP and deleted, to committed tickets,
 * with a heap of 512 MiB. The last line is for machines; its ratio is mails per second by the goal.
 */
public final class MailboxBench {

    private static final int WARM_UP = 3_000;
    private static final int MAILS = 10_000;
    private static final double GOAL = 400;

    private MailboxBench() {}

    /** Exit status 1 when a mail is lost or doubled. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = small(Options.of(arguments));
        Verdict verdict;
        try (Folder folder = Folder.fresh();
                Dovecot dovecot = Dovecot.start(Files.createTempDirectory("dc"));
                Server program = Server.program(options, folder.resolve("program"), settings(dovecot));
                Connection connection = program.database().connect()) {
            var mails = new OfficeMails(dovecot);
            var tickets = new Tickets(connection);
            System.err.printf(Locale.ROOT, "  %,d mails to warm up%n", WARM_UP);
            mails.prepare("warm", WARM_UP);
            dovecot.release("warm");
            tickets.await("warm", WARM_UP);
            verdict = measured(program, dovecot, mails, tickets);
        }
        System.out.println(verdict);
        System.exit(verdict.exitStatus());
    }

    private static Verdict measured(Server program, Dovecot dovecot, OfficeMails mails, Tickets tickets)
            throws IOException, InterruptedException, SQLException {
        mails.prepare("office", MAILS);
        Instant start = Instant.now();
        dovecot.release("office");
        tickets.await("office", MAILS);
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        long there = tickets.of("office");
        long different = tickets.different("office");
        System.out.printf(
                Locale.ROOT,
                "%,d mails in %.1f s: %.0f mails/s; %s%n",
                there,
                seconds,
                there / seconds,
                resident(program));
        return Verdict.of(OptionalDouble.of(there / seconds / GOAL), MAILS - different, there - different);
    }

    private static String resident(Server program) throws IOException {
        Path status = Path.of("/proc", Long.toString(program.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
        }
    }

    private static Options small(Options options) {
        List<String> jvm =
                Stream.concat(options.jvm().stream(), Stream.of("-Xmx512m")).toList();
        return new Options(options.program(), jvm, options.warmUp(), options.measured(), options.clients());
    }

    private static String[] settings(Dovecot dovecot) {
        return Stream.of("warm", "office")
                .flatMap(user -> Stream.of(
                                "host=127.0.0.1",
                                "port=" + dovecot.imapPort(),
                                "security=plain",
                                "user=" + user,
                                "password=" + Dovecot.PASSWORD,
                                "after=delete",
                                "poll=1s",
                                "idle=false")
                        .map(setting -> "--stadttor.mail.mailboxes." + user + "." + setting))
                .toArray(String[]::new);
    }
}
