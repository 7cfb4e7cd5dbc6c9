package de.stadttor.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.gateway.TestHome;
import de.stadttor.peers.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves, when the program dies on the way (docs/adr/0012). */
class MailKillTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ACKNOWLEDGED = "outbox WHERE kind = 'acknowledgement' AND ";

    @Test
    void sendsAMailAgainAsTheSameMailWhenItDiedBeforeItCouldRecordThatItWasSent() throws Exception {
        try (var relay = new ScriptedServer();
                var program = new Program(TestHome.fresh(), settings(relay))) {
            relay.answering("END", ScriptedServer.SILENCE);
            program.start();
            submit(program, "first");
            awaitMails(relay, 1);
            assertRows(program, ACKNOWLEDGED + "state = 'waiting' AND attempts = 1 AND address_hash IS NOT NULL", 1);
            program.kill();
            relay.answering("END", "250 taken");
            program.start();
            awaitRows(program, ACKNOWLEDGED + "state = 'sent' AND attempts = 2", 1);
            assertThat(messageIds(relay))
                    .hasSize(2)
                    .containsOnly(messageIds(relay).getFirst());
            killOnceRecorded(program);
            submit(program, "second");
            awaitRows(program, ACKNOWLEDGED + "state = 'sent'", 2);
            assertThat(messageIds(relay)).hasSize(3);
            assertThat(messageIds(relay).stream().distinct()).hasSize(2);
        }
    }

    /** What was recorded is not sent again: the mail after it shows that the outbox was worked through. */
    private static void killOnceRecorded(Program program) throws IOException {
        program.kill();
        program.start();
    }

    private static String[] settings(ScriptedServer relay) {
        return new String[] {
            "--stadttor.mail.lease=5s",
            "--stadttor.mail.address=buergerservice@stadt.test",
            "--stadttor.mail.relay.host=127.0.0.1",
            "--stadttor.mail.relay.port=" + relay.port(),
            "--stadttor.mail.relay.security=NONE"
        };
    }

    private static void submit(Program program, String mark) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(program.url() + "/api/intake/v1/submissions"))
                .header("Authorization", "Bearer " + program.token("formserver"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", mark)
                .POST(HttpRequest.BodyPublishers.ofString("""
                    {"form": "insektennest", "submissionId": "%s", "fields": {"ort": "Hof"},
                     "citizen": {"name": "Erika Beispiel", "email": "erika@example.org"}}
                    """.formatted(mark)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);
        }
    }

    private static void awaitMails(ScriptedServer relay, int mails) {
        await("mails").atMost(PATIENCE).until(() -> messageIds(relay).size() == mails);
    }

    private static void awaitRows(Program program, String rows, int expected) {
        await(rows).atMost(PATIENCE).until(() -> count(program, rows) == expected);
    }

    private static void assertRows(Program program, String rows, int expected) throws Exception {
        assertThat(count(program, rows)).as(rows).isEqualTo(expected);
    }

    private static long count(Program program, String rows) throws Exception {
        try (Connection connection = program.database()) {
            return new Ledger(connection).count(rows);
        }
    }

    /** Of the mails to the citizen; the team is written to as well. */
    private static List<String> messageIds(ScriptedServer relay) {
        return relay.mails().stream()
                .filter(mail -> mail.contains("\r\nTo: erika@example.org\r\n"))
                .flatMap(mail -> mail.lines().filter(line -> line.startsWith("Message-ID: ")))
                .toList();
    }
}
