package de.stadttor.channels.email.mailbox;

import java.nio.charset.StandardCharsets;

/** Mails as they lie in a mailbox. */
final class Mails {

    private Mails() {}

    static byte[] mail(String subject) {
        return mail(subject, 0);
    }

    /** @param filling bytes of text, in lines */
    static byte[] mail(String subject, int filling) {
        String line = "Ein Text, der den Brief so lang macht, wie er sein soll.......................\r\n";
        String text = line.repeat(filling / line.length() + 1);
        return """
            From: Erika Muster <erika@example.org>\r
            To: buergerservice@stadt.test\r
            Message-ID: <%1$s@example.org>\r
            Subject: %1$s\r
            \r
            .Guten Tag\r
            """.formatted(subject).concat(text).getBytes(StandardCharsets.US_ASCII);
    }
}
