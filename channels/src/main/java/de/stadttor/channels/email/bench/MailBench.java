package de.stadttor.channels.email.bench;

import de.stadttor.channels.email.MailReader;
import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.SenderCheck;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The command {@code bench mail}: reads 5,000 mixed mails, in the same run also with bare Angus Mail walking and
 * decoding the same parts, and prints a table. Both take turns, and of each the best round counts, so that a busy
 * machine does not favour one. The last line is for machines; {@code lost} counts mails that were not understood.
 */
public final class MailBench {

    private static final int MAILS = 5_000;
    private static final int DISTINCT = 500;
    private static final int ROUNDS = 3;

    private final MailReader reader = new MailReader(LoopMark.UNKNOWN, MailKeys.NONE, SenderCheck.NONE);
    private final BareWalk walk = new BareWalk();
    private final List<byte[]> mails = new MixedMails().make(DISTINCT);
    private int lost;

    private MailBench() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws MessagingException, IOException {
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        new MailBench().run();
    }

    private void run() throws MessagingException, IOException {
        Duration ours = Duration.ofDays(1);
        Duration bare = Duration.ofDays(1);
        for (int round = 0; round < ROUNDS; round++) {
            bare = shorter(bare, bareRound());
            ours = shorter(ours, ourRound());
        }
        double megabytes = mails.stream().mapToLong(mail -> mail.length).sum() * (MAILS / DISTINCT) / 1e6;
        System.out.printf(Locale.ROOT, "%-12s %10s %10s%n", "reader", "mails/s", "MB/s");
        row("stadttor", ours, megabytes);
        row("bare angus", bare, megabytes);
        System.out.printf(Locale.ROOT, "ratio=%.2f lost=%d%n", (double) bare.toNanos() / ours.toNanos(), lost);
    }

    private static void row(String name, Duration time, double megabytes) {
        double seconds = time.toNanos() / 1e9;
        System.out.printf(Locale.ROOT, "%-12s %10.0f %10.1f%n", name, MAILS / seconds, megabytes / seconds);
    }

    private Duration bareRound() throws MessagingException, IOException {
        long start = System.nanoTime();
        for (int i = 0; i < MAILS; i++) {
            walk.through(mails.get(i % DISTINCT));
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Duration ourRound() {
        lost = 0;
        long start = System.nanoTime();
        for (int i = 0; i < MAILS; i++) {
            String expected = i % DISTINCT + "@buerger.example";
            lost += expected.equals(
                            reader.read(mails.get(i % DISTINCT)).envelope().messageId())
                    ? 0
                    : 1;
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
