package de.stadttor.channels.email;

import de.stadttor.channels.email.automatic.AutoSubmitted;
import de.stadttor.channels.email.automatic.Bounce;
import de.stadttor.channels.email.body.BodyKind;
import de.stadttor.channels.email.files.Attachment;
import de.stadttor.channels.email.mime.MailAddress;
import de.stadttor.channels.email.secure.Protection;
import de.stadttor.channels.email.sender.SenderVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, understood.
 *
 * @param from who says to have sent it; taken from Reply-To, Sender or Return-Path when From has no address; null when
 *     nobody is named
 * @param subject empty when there is none
 * @param messageId without brackets, null when the message has none
 * @param date when it says to have been sent, else when the last server received it; null when neither can be read
 * @param bounce null when it reports nothing about another message
 * @param text everything visible, line feeds only
 * @param html harmless HTML; null when the body is plain text
 * @param replyText what the person wrote now: {@code text} without quoted history and signature; the whole text when
 *     nothing else is left
 * @param sender whether the sender is genuine, as far as somebody whom we trust has checked
 * @param warnings short codes of what was odd
 */
public record ParsedMail(
        @Nullable MailAddress from,
        List<MailAddress> replyTo,
        List<MailAddress> to,
        List<MailAddress> cc,
        String subject,
        @Nullable String messageId,
        List<String> inReplyTo,
        List<String> references,
        @Nullable Instant date,
        AutoSubmitted autoSubmitted,
        @Nullable Bounce bounce,
        BodyKind bodyKind,
        String text,
        @Nullable String html,
        String replyText,
        List<Attachment> attachments,
        Protection protection,
        SenderVerdict sender,
        List<String> warnings) {

    /** Of a message that could not be read. */
    static final ParsedMail EMPTY = new ParsedMail(
            null,
            List.of(),
            List.of(),
            List.of(),
            "",
            null,
            List.of(),
            List.of(),
            null,
            AutoSubmitted.NONE,
            null,
            BodyKind.PLAIN,
            "",
            null,
            "",
            List.of(),
            Protection.NONE,
            SenderVerdict.UNCHECKED,
            List.of());
}
