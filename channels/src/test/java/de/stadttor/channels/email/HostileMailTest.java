package de.stadttor.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Mail that means harm: each ends within ten seconds, and most of what is in it is still read. */
class HostileMailTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void readsTenThousandRecipients() {
        StringBuilder to = new StringBuilder("To: x@stadt.example");
        for (int i = 1; i < 10_000; i++) {
            to.append(",\n \"Name, ").append(i).append("\" <u").append(i).append("@stadt.example>");
        }
        assertThat(read(to + "\n\nText").envelope().to()).hasSize(10_000);
    }

    @Test
    void stopsAtTheHundredthLevelOfNesting() {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("x\n\n--b")
                    .append(i)
                    .append("x\n");
        }
        assertThat(read(nested + "\ninnen").warnings()).contains("nesting-too-deep");
    }

    @Test
    void readsAMillionFieldsWithoutLineFeeds() {
        String fields = "\rCc: x@stadt.example".repeat(1_000_000);
        assertThat(read("From: a@stadt.example" + fields + "\r\n\r\nText").warnings())
                .contains("too-many-header-fields");
    }

    @Test
    void cutsASubjectOfOneMebibyte() {
        ParsedMail mail = read("Subject: " + "Betreff ".repeat(131_072) + "\n\nText");
        assertThat(mail.envelope().subject()).hasSize(10_000);
        assertThat(mail.content().text()).isEqualTo("Text");
    }

    @Test
    void showsTheTextOfHtmlThatIsTooDeepToClean() {
        ParsedMail mail = read("Content-Type: text/html\n\n" + "<div>".repeat(100_000) + "innen");
        assertThat(mail.content().text()).isEqualTo("innen");
        assertThat(mail.warnings()).contains("html-too-complex");
    }

    @Test
    void keepsFiveThousandLinksAndSaysSo() {
        String links = "<a href='https://stadt.example/x'>Link</a>\n".repeat(5_000);
        ParsedMail mail = read("Content-Type: text/html\n\n" + links);
        assertThat(mail.warnings()).contains("many-links");
        assertThat(mail.content().html()).contains("https://stadt.example/x");
    }

    @Test
    void cutsAVeryLongTextAndKeepsItWholeAsAFile() {
        ParsedMail mail = read("\n" + "Eine Zeile Text.\n".repeat(600_000));
        assertThat(mail.warnings()).contains("text-cut");
        assertThat(mail.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.size()).isEqualTo(17L * 600_000));
    }

    @Test
    void readsEndlessQuotesAndUnclosedComments() {
        assertThat(read("\nText\n" + "> \n".repeat(300_000)).content().replyText())
                .isEqualTo("Text");
        assertThat(read("From: " + "(a ".repeat(100_000) + "\n\nText").content().text())
                .isEqualTo("Text");
    }

    @Test
    void readsLinesMadeToKeepTheSearchForSignaturesAndQuotationsBusy() {
        String blanks = " ".repeat(250_000);
        assertThat(read("\n> " + "x".repeat(70) + "\n(https://x" + blanks + "b\n> y")
                        .content()
                        .text())
                .endsWith("> y");
        assertThat(read("\nText\nSent from" + blanks + "b").content().replyText())
                .startsWith("Text");
        assertThat(read("\n" + "-----BEGIN PGP SIGNED MESSAGE-----\nHash: x\n".repeat(50_000))
                        .content()
                        .text())
                .startsWith("-----BEGIN PGP");
        assertThat(read("\n" + "-----BEGIN PGP MESSAGE-----\n".repeat(100_000))
                        .content()
                        .text())
                .startsWith("-----BEGIN PGP");
    }

    @Test
    void readsLongRunsOfOneCharacterInEveryPlace() {
        String blanks = " ".repeat(500_000);
        assertThat(read("Content-Type: text/html\n\n<pre>a" + blanks + "b</pre>")
                        .content()
                        .text())
                .endsWith("b");
        assertThat(read("Content-Type: text/html\n\n<a href='https:" + "/".repeat(500_000) + "x'>Seite</a>")
                        .content()
                        .text())
                .startsWith("Seite");
        assertThat(read("Content-Type: application/pdf; name=\"a" + ".".repeat(500_000) + "b\"\n\nx")
                        .attachments())
                .hasSize(1);
        assertThat(read("From: <a@b.example" + ">".repeat(500_000) + "x>\n\nText")
                        .content()
                        .text())
                .isEqualTo("Text");
        assertThat(read("Content-Type: text/html\n\n" + "a".repeat(250_000) + "<blockquote type=cite>z</blockquote>")
                        .content()
                        .replyText())
                .hasSize(250_000);
    }

    @Test
    void readsAReportMadeToKeepTheSearchForItsRecipientBusy() {
        String words = "could not be delivered to following recipient did not reach ".repeat(20_000);
        ParsedMail mail = read("From: MAILER-DAEMON@x.example\nSubject: Undeliverable\n\n" + words);
        assertThat(mail.bounce()).isNotNull();
    }

    private static ParsedMail read(String mail) {
        byte[] raw = mail.getBytes(StandardCharsets.UTF_8);
        return assertTimeout(LIMIT, () -> Corpus.READER.read(raw));
    }
}
