package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.Envelope;
import de.stadttor.channels.email.ParsedMail;
import de.stadttor.channels.email.automatic.AutoSubmitted;
import de.stadttor.channels.email.inbound.MailFiles.Kept;
import de.stadttor.channels.email.inbound.ReadingMail.Understood;
import de.stadttor.channels.email.mime.MailAddress;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.Circumstances;
import de.stadttor.intake.Circumstances.Traces;
import de.stadttor.intake.Continuation;
import de.stadttor.intake.InboundMessage;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.ticketing.Attention;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Origin;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.Ticket;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a mail into the normal form. */
final class MailMessage {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 254;

    /** Warnings of the reader that say that the text is still sealed. */
    private static final Set<String> CLOSED = Set.of("encrypted-for-others", "smime-damaged", "pgp-damaged");

    private final String noSubject;

    /** @param noSubject stands where a mail has none */
    MailMessage(String noSubject) {
        this.noSubject = noSubject;
    }

    InboundMessage of(
            ReadMail mail, Understood understood, ReplyRights.Claim claim, Route route, Kept kept, Original original) {
        boolean answer = claim.continues() != null;
        var content = mail.parsed().content();
        String text = answer ? content.replyText() : content.text();
        Attention attention = attention(understood, kept, text, route.attention());
        return message(
                mail,
                route.queue(),
                subject(mail.parsed().envelope().subject()),
                text,
                kept,
                new Circumstances(
                        claim.continues(),
                        isAutomatic(mail),
                        attention,
                        route.priority(),
                        date(mail),
                        claim.meant(),
                        traces(mail, understood, claim.continues()),
                        original));
    }

    /** What a machine says of something we sent, or of something that nobody knows. */
    InboundMessage report(ReadMail mail, String queue, String subject, String text, Circumstances circumstances) {
        return message(mail, queue, subject(subject), text, Kept.NOTHING, circumstances);
    }

    private static InboundMessage message(
            ReadMail mail, String queue, String subject, String text, Kept kept, Circumstances circumstances) {
        MailAddress contact = contact(mail.parsed().envelope());
        return new InboundMessage(
                List.of(mail.key()),
                "mail " + mail.received().mailbox(),
                new InboundMessage.Sender.Anonymous(),
                null,
                name(mail.parsed().envelope()),
                contact == null ? null : contact.address(),
                queue,
                subject,
                cut(text),
                kept.files(),
                AssuranceLevel.BASIC,
                new Origin(Channel.EMAIL, null, "de", AssuranceLevel.BASIC, null),
                circumstances);
    }

    static boolean isAutomatic(ReadMail mail) {
        return mail.parsed().autoSubmitted() != AutoSubmitted.NONE;
    }

    /** What is imported keeps the date it was written on. */
    static @Nullable Instant date(ReadMail mail) {
        return switch (mail.received().occasion()) {
            case ARRIVAL -> null;
            case IMPORT ->
                Objects.requireNonNullElse(
                        mail.parsed().envelope().date(), mail.received().receivedAt());
        };
    }

    private static @Nullable Attention attention(Understood understood, Kept kept, String text, boolean demanded) {
        return Stream.of(
                        understood.trouble(),
                        isReadable(understood.mail()) ? null : Attention.UNREADABLE,
                        kept.trouble(),
                        text.length() > Message.TEXT_LIMIT ? Attention.CUT : null,
                        demanded ? Attention.RULE : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * False of what names no author, which no mail may leave out (RFC 5322, 3.6), so that nobody could be answered; and
     * of what nobody here can open.
     */
    private static boolean isReadable(ParsedMail mail) {
        return mail.envelope().from() != null && Collections.disjoint(mail.warnings(), CLOSED);
    }

    /** In a ticket a copy is one whatever mailbox it came to; else each mailbox has its own, which know each other. */
    private static Traces traces(ReadMail mail, Understood understood, @Nullable Continuation continues) {
        String likeness = understood.trouble() == null ? Likeness.of(understood.head()) : null;
        if (likeness == null) {
            return Traces.NONE;
        }
        String place = continues == null ? "mailbox " + mail.received().mailbox() : "ticket " + continues.ticket();
        return new Traces(
                new RequestKey("mail likeness " + place, likeness, likeness),
                continues == null ? new RequestKey("mail twin", likeness, likeness) : null);
    }

    private String subject(String subject) {
        String line = subject.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return noSubject;
        }
        return line.length() <= Ticket.SUBJECT_LIMIT ? line : whole(line, Ticket.SUBJECT_LIMIT - 1) + "…";
    }

    private static String cut(String text) {
        return text.length() <= Message.TEXT_LIMIT ? text : whole(text, Message.TEXT_LIMIT - 1) + "…";
    }

    /** The beginning of a text, no character cut in two. */
    private static String whole(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** Whom to answer (RFC 5322, 3.6.2). */
    private static @Nullable MailAddress contact(Envelope envelope) {
        return Stream.concat(
                        envelope.replyTo().size() == 1 ? envelope.replyTo().stream() : Stream.empty(),
                        Stream.ofNullable(envelope.from()))
                .filter(address -> address.isComplete() && fits(address.address(), LONGEST_ADDRESS))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String name(Envelope envelope) {
        MailAddress from = envelope.from();
        String name = from == null ? null : from.name();
        return name == null || name.isBlank() || !fits(name, LONGEST_NAME) ? null : name.strip();
    }

    private static boolean fits(@Nullable String text, int longest) {
        return text != null && text.length() <= longest;
    }
}
