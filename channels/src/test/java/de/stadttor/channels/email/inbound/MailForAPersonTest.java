package de.stadttor.channels.email.inbound;

import static de.stadttor.channels.email.inbound.TestMails.mail;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.sender.SenderVerdict;
import de.stadttor.files.Content;
import de.stadttor.files.ScanVerdict;
import de.stadttor.intake.Receipt;
import de.stadttor.ticketing.Attention;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.Ticket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What no program can make sense of, or must not pass on, waits for a person. */
class MailForAPersonTest extends OpenDoor {

    @Test
    void letsAPersonSeeAMailThatBreaksTheReader() {
        senders = (_, _) -> {
            throw new IllegalStateException("broken");
        };
        Receipt receipt = take(mail());
        assertThat(attention(receipt)).isEqualTo(Attention.UNREADABLE);
        assertThat(ports.originals().find(only(receipt).id()).block().raw()).isNotNull();
    }

    @Test
    void letsAPersonSeeWhatNamesNoAuthor() {
        Receipt receipt = take(mail().received(new RawMail.Whole(Slice.of("\0keine Mail".getBytes(US_ASCII)))));
        assertThat(attention(receipt)).isEqualTo(Attention.UNREADABLE);
        assertThat(ticket(receipt).contact().email()).isNull();
    }

    @Test
    void letsAPersonSeeAMailThatNobodyHereCanOpen() {
        Receipt receipt = take(mail().field("Content-Type: application/pkcs7-mime; smime-type=enveloped-data")
                .body("bm90IGEgQ01T"));
        assertThat(attention(receipt)).isEqualTo(Attention.UNREADABLE);
    }

    @Test
    void letsAPersonSeeAMailThatTakesTooLong() {
        senders = (_, _) -> {
            Mono.never().block(Duration.ofSeconds(2));
            return SenderVerdict.UNCHECKED;
        };
        assertThat(attention(take(mail()))).isEqualTo(Attention.SLOW);
    }

    @Test
    void letsAPersonSeeAMailThatIsTooLarge() {
        var mail = mail().body("Anfang");
        var whole = new Content("ab".repeat(32), 200L << 20, "message/rfc822");
        Receipt receipt = take(mail.received(new RawMail.Oversize(Slice.of(mail.bytes()), whole)));
        assertThat(attention(receipt)).isEqualTo(Attention.OVERSIZE);
        assertThat(ticket(receipt).subject()).isEqualTo("Wespennest");
        assertThat(ticket(receipt).contact().email()).isEqualTo("erika@example.org");
        assertThat(ports.originals().find(only(receipt).id()).block().raw()).isEqualTo(new Original.Raw.Stored(whole));
    }

    @Test
    void makesOneTicketOfAMailThatIsCutElsewhereEachTime() {
        Receipt receipt = take(mail().received(cut("ab")));
        assertThat(attention(receipt)).isEqualTo(Attention.UNREADABLE);
        entrance().accept(mail().received(cut("cd"))).as(StepVerifier::create).verifyComplete();
    }

    private static RawMail cut(String digest) {
        var part = new Content(digest.repeat(32), 100, "message/rfc822");
        return new RawMail.Oversize(Slice.of(mail().bytes()), part, RawMail.Why.CUT);
    }

    @Test
    void locksAwayAFileWithMalwareAndSaysSo() {
        scanner = _ -> Mono.just(ScanVerdict.INFECTED);
        Receipt receipt = take(withFile());
        assertThat(attention(receipt)).isEqualTo(Attention.INFECTED);
        assertThat(only(receipt).files())
                .singleElement()
                .satisfies(file -> assertThat(file.scan()).isEqualTo(ScanVerdict.INFECTED));
    }

    @Test
    void keepsTheFilesOfAMail() {
        assertThat(only(take(withFile())).files())
                .extracting(file -> file.name().value())
                .containsExactly("plan.txt");
    }

    @Test
    void cutsWhatIsTooLongAndSaysSo() {
        Receipt receipt = take(mail().subject("ä".repeat(500)).body("x".repeat(200_000)));
        assertThat(ticket(receipt).subject()).hasSize(Ticket.SUBJECT_LIMIT).endsWith("…");
        assertThat(only(receipt).text()).hasSize(Message.TEXT_LIMIT).endsWith("…");
        assertThat(attention(receipt)).isEqualTo(Attention.CUT);
    }

    private static TestMails withFile() {
        return mail().field("MIME-Version: 1.0")
                .field("Content-Type: multipart/mixed; boundary=b")
                .body("--b\r\n\r\nText\r\n--b\r\nContent-Type: text/plain\r\n"
                        + "Content-Disposition: attachment; filename=plan.txt\r\n\r\nPlan\r\n--b--\r\n");
    }
}
