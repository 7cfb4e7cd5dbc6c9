package de.stadttor.channels.email.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Mails in the mix of an office's mailbox: of twenty, nine short texts and replies, six with HTML as Outlook writes it,
 * four with a file of some hundred kilobytes, one that could not be delivered. Always the same ones.
 */
final class MixedMails {

    private static final String[] WORDS = ("Guten Tag ich möchte gern einen Termin für die Anmeldung meiner Wohnung im"
                    + " Bürgeramt und brauche dazu das Formular vom Vermieter Können Sie mir bitte sagen welche"
                    + " Unterlagen nötig sind Vielen Dank für Ihre Mühe")
            .split(" ", -1);

    private final Random random = new Random(20261122);

    List<byte[]> make(int count) {
        List<byte[]> mails = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            mails.add(mail(i).getBytes(StandardCharsets.UTF_8));
        }
        return mails;
    }

    private String mail(int number) {
        int kind = number % 20;
        String body = kind < 9 ? plain() : kind < 15 ? alternative() : kind < 19 ? withFile() : undelivered();
        return lines(
                        "Received: from mx.buerger.example by mail.stadt.example; Mon, 2 Feb 2026 10:15:01 +0100",
                        "From: =?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <joerg%d@buerger.example>",
                        "To: \"Bürgeramt, Mitte\" <buergeramt@stadt.example>",
                        "Subject: =?utf-8?B?QW5mcmFnZSB6dW0gV29obnNpdHo=?= %d",
                        "Date: Mon, 2 Feb 2026 10:15:00 +0100",
                        "Message-ID: <%d@buerger.example>",
                        "MIME-Version: 1.0")
                .formatted(number, number, number)
                .concat(body)
                .replace("\n", "\r\n");
    }

    private String plain() {
        return "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                + text(60 + random.nextInt(200)) + "\n\nAm 02.02.26 um 09:00 schrieb Bürgeramt:\n> "
                + text(60).replace("\n", "\n> ") + "\n";
    }

    private String alternative() {
        return "Content-Type: multipart/alternative; boundary=\"a\"\n\n" + alternatives();
    }

    private String alternatives() {
        String text = text(150 + random.nextInt(300));
        StringBuilder html =
                new StringBuilder("<html><head><style>p.MsoNormal{margin:0cm}</style></head><body lang=DE>");
        for (String line : text.split("\n", -1)) {
            html.append("<p class=MsoNormal style=\"margin:0cm;font-size:11.0pt;font-family:Calibri\"><span"
                            + " lang=DE style=\"color:#1F497D\">")
                    .append(line)
                    .append("<o:p></o:p></span></p>\n");
        }
        html.append("<p><a href=\"https://stadt.example/termin\">Termin</a></p></body></html>");
        return "--a\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text
                + "\n--a\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + html
                + "\n--a--\n";
    }

    private String withFile() {
        byte[] file = new byte[200_000 + random.nextInt(400_000)];
        random.nextBytes(file);
        String encoded = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(file);
        return "Content-Type: multipart/mixed; boundary=\"m\"\n\n"
                + "--m\n"
                + "Content-Type: multipart/alternative; boundary=\"a\"\n\n"
                + alternatives()
                + "--m\nContent-Type: application/pdf; name=\"Formular.pdf\"\nContent-Disposition: attachment;"
                + " filename=\"Formular.pdf\"\nContent-Transfer-Encoding: base64\n\n"
                + encoded + "\n--m--\n";
    }

    private String undelivered() {
        return lines(
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"r\"",
                "",
                "--r",
                "Content-Type: text/plain; charset=utf-8",
                "",
                "Ihre Nachricht konnte nicht zugestellt werden.",
                "--r",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example",
                "",
                "Final-Recipient: rfc822; weg@buerger.example",
                "Action: failed",
                "Status: 5.1.1",
                "Diagnostic-Code: smtp; 550 5.1.1 unknown",
                "",
                "--r",
                "Content-Type: message/rfc822",
                "",
                "Message-ID: <bescheid@stadt.example>",
                "",
                "Text",
                "--r--");
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (int i = 0; i < words; i++) {
            String word = WORDS[random.nextInt(WORDS.length)];
            boolean wraps = column + word.length() > 70;
            text.append(i == 0 ? "" : wraps ? "\n" : " ").append(word);
            column = wraps ? word.length() : column + word.length() + 1;
        }
        return text.toString();
    }
}
