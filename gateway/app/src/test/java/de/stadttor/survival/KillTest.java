package de.stadttor.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.gateway.TestHome;
import de.stadttor.ticketing.TicketEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SIGKILL under load: the program, its database, both; ten times each. */
class KillTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final int ROUNDS = 10;
    private static final int SUBMITTERS = 16;
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Kills come at other moments with another seed; the promise is the same. */
    private final Random random = new Random(4711);

    @Test
    void keepsEveryAcknowledgedSubmissionExactlyOnceWhateverIsKilled() throws Exception {
        try (var program = new Program(TestHome.fresh(), "--stadttor.reactions.lease=" + LEASE.toSeconds() + "s")) {
            program.start();
            var load = new Load(program.url(), program.token("formserver"));
            Receipt held = cutOffBetweenCommitAndReaction(program, load);
            CompletableFuture<Void> submitters = load.run(SUBMITTERS).toFuture();
            for (int round = 0; round < ROUNDS; round++) {
                killTheProgram(program, load);
                killTheDatabase(program, load);
                killBoth(program, load);
            }
            load.end();
            submitters.get(60, TimeUnit.SECONDS);
            try (Connection connection = program.database()) {
                var ledger = new Ledger(connection);
                awaitNothingToReactTo(ledger);
                LOG.info("{} acknowledged, {} attempts", load.acknowledged(), load.attempts());
                assertThat(load.surprises()).isEmpty();
                assertTold(ledger, load.receipts());
                assertEachOnce(ledger, load.acknowledged());
                assertThat(ledger.count("outbox WHERE kind = 'notice' AND ticket = '" + held.ticket() + "'"))
                        .isEqualTo(1);
            }
        }
    }

    /**
     * A submission that is committed and acknowledged, and whose reaction is claimed and then dies with the program,
     * where it writes its notice.
     */
    private static Receipt cutOffBetweenCommitAndReaction(Program program, Load load) throws Exception {
        try (Connection connection = program.database();
                var reactions = new HeldRows(connection, "outbox", "NEW.kind = 'notice'")) {
            Receipt receipt = load.submit("held", null).block(PATIENCE);
            reactions.awaitHeld();
            program.kill();
            assertThat(new Ledger(connection).count("reaction WHERE attempts = 1 AND owner IS NOT NULL"))
                    .isEqualTo(1);
            assertThat(receipt).isNotNull();
            return receipt;
        } finally {
            program.start();
        }
    }

    private void killTheProgram(Program program, Load load) throws Exception {
        awaitMore(load);
        program.kill();
        program.start();
    }

    private void killTheDatabase(Program program, Load load) throws Exception {
        awaitMore(load);
        long dead = program.databasePid();
        program.killDatabase();
        program.awaitOtherDatabase(dead);
    }

    private void killBoth(Program program, Load load) throws Exception {
        awaitMore(load);
        program.kill();
        program.killDatabase();
        program.start();
    }

    /** The load goes on after every death, and the next one comes at another moment. */
    private void awaitMore(Load load) {
        int enough = load.acknowledged() + 10 + random.nextInt(30);
        await("submissions go on")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> load.acknowledged() >= enough);
    }

    /** A claim that died with its program is free again when its lease has run out. */
    private static void awaitNothingToReactTo(Ledger ledger) {
        await("reactions are done").atMost(PATIENCE).until(() -> ledger.count("reaction") == 0);
    }

    private static void assertTold(Ledger ledger, List<Receipt> told) throws SQLException {
        assertThat(ledger.receipts()).containsExactlyInAnyOrderElementsOf(told);
        assertThat(told).extracting(Receipt::mark).doesNotHaveDuplicates();
        assertThat(told).extracting(Receipt::number).doesNotHaveDuplicates();
    }

    private static void assertEachOnce(Ledger ledger, int tickets) throws SQLException {
        for (String table : List.of("message", "event", "citizen_event", "outbox", "request_key")) {
            assertThat(ledger.count(table)).as(table).isEqualTo(twice(table) ? 2L * tickets : tickets);
        }
        assertThat(ledger.ticketsWithout(1, "message WHERE ticket = t.id")).isZero();
        assertThat(ledger.ticketsWithout(1, "event WHERE stream = t.id AND kind = '" + TicketEvent.Opened.KIND + "'"))
                .isZero();
        assertThat(ledger.ticketsWithout(1, "citizen_event WHERE stream = t.id"))
                .isZero();
        assertThat(ledger.ticketsWithout(1, "outbox WHERE ticket = t.id AND kind = 'acknowledgement'"))
                .isZero();
        assertThat(ledger.ticketsWithout(1, "outbox WHERE ticket = t.id AND kind = 'notice'"))
                .isZero();
        assertThat(ledger.ticketsWithout(2, "request_key WHERE result = t.id")).isZero();
        assertThat(ledger.brokenStreams()).isZero();
        assertThat(ledger.brokenFeeds()).isZero();
        assertThat(ledger.count("dead_letter")).isZero();
    }

    /** An acknowledgement and a notice; the submission's own id and the key of its header. */
    private static boolean twice(String table) {
        return table.equals("outbox") || table.equals("request_key");
    }
}
