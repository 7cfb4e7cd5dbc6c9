package de.stadttor.channels.email;

import de.stadttor.channels.email.automatic.AutoSubmitted;
import de.stadttor.channels.email.automatic.Bounce;
import de.stadttor.channels.email.files.Attachment;
import de.stadttor.channels.email.secure.Protection;
import de.stadttor.channels.email.sender.SenderVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message, understood.
 *
 * @param bounce null when it reports nothing about another message
 * @param sender whether the sender is genuine, as far as somebody whom we trust has checked
 * @param warnings short codes of what was odd
 */
public record ParsedMail(
        Envelope envelope,
        AutoSubmitted autoSubmitted,
        @Nullable Bounce bounce,
        MailText content,
        List<Attachment> attachments,
        Protection protection,
        SenderVerdict sender,
        List<String> warnings) {

    /** Of a message that could not be read. */
    public static final ParsedMail EMPTY = new ParsedMail(
            Envelope.EMPTY,
            AutoSubmitted.NONE,
            null,
            MailText.EMPTY,
            List.of(),
            Protection.NONE,
            SenderVerdict.UNCHECKED,
            List.of());
}
