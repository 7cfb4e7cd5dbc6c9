package de.stadttor.channels.email.outbound.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.mime.Slice;
import de.stadttor.outbox.Attempt;
import de.stadttor.peers.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.scheduler.Schedulers;

class SmtpRelayTest {

    private static final String MAIL = "Subject: Hallo\r\n\r\n.Ein Punkt am Anfang\r\n";

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stopTheServer() throws IOException {
        server.close();
    }

    @Test
    void handsTheMailOverByteForByte() {
        assertThat(send()).isEqualTo(new Attempt.Sent());
        assertThat(server.mails()).containsExactly("Subject: Hallo\r\n\r\n..Ein Punkt am Anfang\r\n");
    }

    @Test
    void usesAConnectionAgain() {
        SmtpRelay relay = relay(Duration.ofSeconds(5));
        for (int mail = 0; mail < 3; mail++) {
            assertThat(relay.send(mail()).block()).isEqualTo(new Attempt.Sent());
        }
        assertThat(server.mails()).hasSize(3);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 unknown user, 5.1.1",
        "RCPT, 550 no such user, 5.0.0",
        "RCPT, 551 5.7.1 moved, 5.7.1",
        "MAIL, 552 5.3.4 too large, 5.3.4",
        "DATA, 554 5.7.1 no, 5.7.1",
        "END, 554 5.6.0 looks like spam, 5.6.0",
    })
    void takesARefusalForGoodAsWhatItIs(String command, String answer, String code) {
        server.answering(command, answer);
        assertThat(send()).isEqualTo(new Attempt.Refused(code));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.7.1 greylisted, 4.7.1",
        "RCPT, 451 later, 4.0.0",
        "RCPT, 452 4.2.2 mailbox full, 4.2.2",
        "MAIL, 451 4.3.0 out of order, 4.3.0",
        "DATA, 451 4.3.5 misconfigured, 4.3.5",
        "END, 452 4.3.1 disk full, 4.3.1",
    })
    void takesARefusalForNowAsWhatItIs(String command, String answer, String code) {
        server.answering(command, answer);
        assertThat(send()).isEqualTo(new Attempt.Deferred(code));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 554 go away",
        "GREETING, close",
        "EHLO, close",
        "MAIL, close",
        "RCPT, close",
        "DATA, close",
        "END, close",
    })
    void blamesNoMailForARelayThatGoesAway(String command, String answer) {
        server.answering(command, answer);
        assertThat(send()).isEqualTo(new Attempt.Unreached("4.4.2"));
    }

    @Test
    void blamesNoMailForARelayThatIsAboutToClose() {
        server.answering("MAIL", "421 4.3.2 shutting down");
        assertThat(send()).isEqualTo(new Attempt.Unreached("4.3.2"));
    }

    @Test
    void blamesNoMailForARelayThatWantsAnotherLogin() {
        server.answering("MAIL", "530 5.7.0 authenticate first");
        assertThat(send()).isEqualTo(new Attempt.Unreached("auth-failed"));
    }

    @Test
    void waitsForASlowRelayOnlySoLong() {
        server.answering("END", ScriptedServer.SILENCE);
        assertThat(relay(Duration.ofMillis(200)).send(mail()).block()).isEqualTo(new Attempt.Unreached("4.4.2"));
    }

    @Test
    void findsNobodyWhereNobodyIs() throws IOException {
        server.close();
        assertThat(send()).isEqualTo(new Attempt.Unreached("4.4.2"));
    }

    @Test
    void refusesToGoOnInTheClearWhereTlsIsAsked() {
        var settings = new RelaySettings(
                "127.0.0.1",
                server.port(),
                RelaySettings.Security.STARTTLS,
                "",
                "",
                "",
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                1);
        assertThat(new SmtpRelay(settings, "stadt.test", Schedulers.boundedElastic())
                        .send(mail())
                        .block())
                .isEqualTo(new Attempt.Unreached("4.4.2"));
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void doesNotUseAConnectionAgainOnWhichSomethingWentWrong() {
        SmtpRelay relay = relay(Duration.ofSeconds(5));
        server.answering("RCPT", "550 5.1.1 unknown");
        relay.send(mail()).block();
        server.answering("RCPT", "250 fine");
        assertThat(relay.send(mail()).block()).isEqualTo(new Attempt.Sent());
        assertThat(server.connections()).isEqualTo(2);
    }

    private Attempt send() {
        return relay(Duration.ofSeconds(5)).send(mail()).block();
    }

    private SmtpRelay relay(Duration patience) {
        var settings = new RelaySettings(
                "127.0.0.1",
                server.port(),
                RelaySettings.Security.NONE,
                "",
                "",
                "",
                Duration.ofSeconds(5),
                patience,
                1);
        return new SmtpRelay(settings, "stadt.test", Schedulers.boundedElastic());
    }

    private static OutgoingMail mail() {
        return new OutgoingMail("buergerservice@stadt.test", "erika@example.org", Slice.ofLatin1(MAIL));
    }
}
