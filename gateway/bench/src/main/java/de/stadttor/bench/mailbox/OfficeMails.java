package de.stadttor.bench.mailbox;

import de.stadttor.peers.Dovecot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/** Mails as an office gets them: some kilobytes of text with a quote, and a scan with every twentieth. */
final class OfficeMails {

    private static final int SCAN_BYTES = 60_000;
    private static final int SCANNED = 20;

    private final Random random = new Random(4711);
    private final Dovecot dovecot;

    OfficeMails(Dovecot dovecot) {
        this.dovecot = dovecot;
    }

    /** Writes {@code count} mails aside for a user's INBOX; their subjects begin with the user's name. */
    void prepare(String user, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String subject = String.format(Locale.ROOT, "%s-%05d", user, i);
            String mail = i % SCANNED == 0 ? withScan(subject) : letter(subject);
            dovecot.prepare(user, subject, mail.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String letter(String subject) {
        return header(subject) + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text();
    }

    private String withScan(String subject) {
        byte[] scan = new byte[SCAN_BYTES];
        random.nextBytes(scan);
        return header(subject) + """
            Content-Type: multipart/mixed; boundary="teil"\r
            \r
            --teil\r
            Content-Type: text/plain; charset=utf-8\r
            \r
            %s--teil\r
            Content-Type: application/pdf; name="antrag.pdf"\r
            Content-Disposition: attachment; filename="antrag.pdf"\r
            Content-Transfer-Encoding: base64\r
            \r
            %s\r
            --teil--\r
            """.formatted(text(), Base64.getMimeEncoder().encodeToString(scan));
    }

    private static String header(String subject) {
        return """
            Received: from mx.example.org (mx.example.org [192.0.2.1]) by mail.stadt.test; \
            Sun, 22 Nov 2026 09:00:00 +0100\r
            From: Erika Muster <%1$s@example.org>\r
            To: Bürgerservice <buergerservice@stadt.test>\r
            Message-ID: <%1$s@example.org>\r
            Date: Sun, 22 Nov 2026 09:00:00 +0100\r
            Subject: %1$s\r
            MIME-Version: 1.0\r
            """.formatted(subject);
    }

    private String text() {
        String line = "in der Musterstraße %d steht seit Tagen ein Fahrrad ohne Besitzer vor der Tür.\r\n";
        var text = new StringBuilder("Sehr geehrte Damen und Herren,\r\n\r\n");
        int lines = 10 + random.nextInt(30);
        for (int i = 0; i < lines; i++) {
            text.append(String.format(Locale.ROOT, line, random.nextInt(200)));
        }
        text.append("\r\nMit freundlichen Grüßen\r\nErika Muster\r\n\r\nAm 21.11.2026 schrieb das Amt:\r\n");
        for (int i = 0; i < lines; i++) {
            text.append("> Wir haben Ihre Nachricht erhalten.\r\n");
        }
        return text.toString();
    }
}
