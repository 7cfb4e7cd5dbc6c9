package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.mime.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mails by what matters of them. Invented people only. */
final class TestMails {

    static final String ERIKA = "Erika Beispiel <erika@example.org>";
    static final Instant RECEIVED = Instant.parse("2026-11-22T12:00:00Z");

    private final List<String> header = new ArrayList<>();
    private String from = ERIKA;
    private String to = "buergerservice@stadt.test";
    private String subject = "Wespennest";
    private @Nullable String id = "1@example.org";
    private String body = "Am Balkon hängt ein Wespennest.";
    private String mailbox = "buergerservice";
    private String key = "INBOX 1 1";
    private ReceivedMail.Occasion occasion = ReceivedMail.Occasion.ARRIVAL;

    static TestMails mail() {
        return new TestMails();
    }

    TestMails from(String address) {
        from = address;
        return this;
    }

    TestMails to(String address) {
        to = address;
        return this;
    }

    TestMails subject(String text) {
        subject = text;
        return this;
    }

    TestMails id(@Nullable String messageId) {
        id = messageId;
        return this;
    }

    TestMails field(String line) {
        header.add(line);
        return this;
    }

    TestMails body(String text) {
        body = text;
        return this;
    }

    TestMails at(String name, String place) {
        mailbox = name;
        key = place;
        return this;
    }

    TestMails imported() {
        occasion = ReceivedMail.Occasion.IMPORT;
        return this;
    }

    ReceivedMail received() {
        return received(new RawMail.Whole(Slice.of(bytes())));
    }

    ReceivedMail received(RawMail raw) {
        return new ReceivedMail(mailbox, key, RECEIVED, raw, occasion);
    }

    byte[] bytes() {
        List<String> lines = new ArrayList<>(header);
        lines.add("From: " + from);
        lines.add("To: " + to);
        lines.add("Subject: " + subject);
        lines.add("Date: Fri, 20 Nov 2026 09:30:00 +0100");
        if (id != null) {
            lines.add("Message-ID: <" + id + ">");
        }
        if (header.stream().noneMatch(line -> line.startsWith("Content-Type"))) {
            lines.add("Content-Type: text/plain; charset=utf-8");
        }
        lines.add("");
        lines.add(body);
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
