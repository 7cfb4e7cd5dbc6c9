package de.stadttor.channels.email;

import de.stadttor.channels.email.mime.AddressList;
import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.MailAddress;
import de.stadttor.channels.email.mime.MailDates;
import de.stadttor.channels.email.mime.MessageIds;
import de.stadttor.channels.email.mime.Oddities;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote to whom, when and about what: the header fields that people see.
 *
 * @param from who says to have sent it; taken from Reply-To, Sender or Return-Path when From has no address; null when
 *     nobody is named
 * @param subject empty when there is none
 * @param messageId without brackets, null when the message has none
 * @param date when it says to have been sent, else when the last server received it; null when neither can be read
 */
public record Envelope(
        @Nullable MailAddress from,
        List<MailAddress> replyTo,
        List<MailAddress> to,
        List<MailAddress> cc,
        String subject,
        @Nullable String messageId,
        List<String> inReplyTo,
        List<String> references,
        @Nullable Instant date) {

    static final Envelope EMPTY =
            new Envelope(null, List.of(), List.of(), List.of(), "", null, List.of(), List.of(), null);

    private static final int LONGEST_SUBJECT = 10_000;

    static Envelope of(Entity message, Oddities oddities) {
        HeaderFields header = message.header();
        String charset = message.likelyCharset();
        return new Envelope(
                from(header, charset, oddities),
                all(header, "reply-to", charset),
                recipients(header, "to", charset, oddities),
                recipients(header, "cc", charset, oddities),
                subject(header, charset, oddities),
                messageId(header, oddities),
                MessageIds.all(header.all("in-reply-to").collect(Collectors.joining(" "))),
                MessageIds.all(header.all("references").collect(Collectors.joining(" "))),
                date(header, oddities));
    }

    private static List<MailAddress> all(HeaderFields header, String name, @Nullable String charset) {
        return header.all(name)
                .flatMap(value -> AddressList.of(value, charset).stream())
                .toList();
    }

    private static List<MailAddress> recipients(
            HeaderFields header, String name, @Nullable String charset, Oddities oddities) {
        List<MailAddress> recipients = all(header, name, charset);
        if (recipients.size() >= AddressList.MAX) {
            oddities.note("too-many-recipients");
        }
        return recipients;
    }

    /** From as it stands if it has an address; otherwise the first other field that says whom to answer. */
    private static @Nullable MailAddress from(HeaderFields header, @Nullable String charset, Oddities oddities) {
        List<MailAddress> named = all(header, "from", charset);
        MailAddress complete =
                named.stream().filter(MailAddress::isComplete).findFirst().orElse(null);
        if (complete != null) {
            return complete;
        }
        oddities.note("from-without-address");
        String name = named.isEmpty() ? null : words(named.getFirst());
        return Stream.of("reply-to", "sender", "return-path")
                .flatMap(field -> all(header, field, charset).stream())
                .filter(MailAddress::isComplete)
                .findFirst()
                .map(other -> new MailAddress(other.name() == null ? name : other.name(), other.address()))
                .orElse(named.isEmpty() ? null : named.getFirst());
    }

    /** A name without an address, or a single word that is no address. */
    private static @Nullable String words(MailAddress named) {
        return named.name() == null ? named.address() : named.name();
    }

    private static String subject(HeaderFields header, @Nullable String charset, Oddities oddities) {
        String subject = Objects.requireNonNullElse(header.text("subject", charset), "");
        if (subject.length() <= LONGEST_SUBJECT) {
            return subject;
        }
        oddities.note("subject-cut");
        return subject.substring(0, LONGEST_SUBJECT);
    }

    private static @Nullable String messageId(HeaderFields header, Oddities oddities) {
        String id = MessageIds.one(header.raw("message-id"));
        if (id == null) {
            oddities.note("message-id-missing");
        }
        return id;
    }

    private static @Nullable Instant date(HeaderFields header, Oddities oddities) {
        Instant date = MailDates.parse(header.raw("date"));
        if (date != null) {
            return date;
        }
        oddities.note(header.has("date") ? "date-unreadable" : "date-missing");
        return header.all("received")
                .map(received -> MailDates.parse(received.substring(received.lastIndexOf(';') + 1)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
