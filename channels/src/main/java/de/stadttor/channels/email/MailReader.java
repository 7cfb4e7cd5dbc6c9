package de.stadttor.channels.email;

import de.stadttor.channels.email.automatic.AutomaticMail;
import de.stadttor.channels.email.automatic.Bounce;
import de.stadttor.channels.email.automatic.Bounces;
import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.body.BodyReader;
import de.stadttor.channels.email.body.MailBody;
import de.stadttor.channels.email.files.AttachmentReader;
import de.stadttor.channels.email.files.FoundFile;
import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.EntityReader;
import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.Oddities;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.reply.ReplyText;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.secure.Unwrap;
import de.stadttor.channels.email.secure.Unwrapped;
import de.stadttor.channels.email.sender.SenderCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message. Pure: no network, no files, no clock; the same bytes give the same result. Never fails on what a
 * message contains; what was odd is in the warnings.
 */
public final class MailReader {

    private final LoopMark loopMark;
    private final MailKeys keys;
    private final SenderCheck senderCheck;

    /** {@code senderCheck} is the only part that may look beyond the message. */
    public MailReader(LoopMark loopMark, MailKeys keys, SenderCheck senderCheck) {
        this.loopMark = loopMark;
        this.keys = keys;
        this.senderCheck = senderCheck;
    }

    /** Reads the raw bytes of one message; they are kept, not copied, and must not be changed afterwards. */
    public ParsedMail read(byte[] raw) {
        return read(Slice.of(raw));
    }

    /** The same. */
    public ParsedMail read(Slice raw) {
        Oddities oddities = new Oddities();
        Entity received = EntityReader.message(raw, oddities);
        if (received.header().fields().isEmpty() && received.body().length() == 0) {
            oddities.note("empty-message");
        }
        Unwrapped unwrapped = Unwrap.message(received, keys, oddities);
        Entity message = unwrapped.message();
        HeaderFields header = message.header();
        MailBody body = BodyReader.read(message, oddities);
        Envelope envelope = Envelope.of(message, oddities);
        Bounce bounce = Bounces.find(message, body.text());
        return new ParsedMail(
                envelope,
                AutomaticMail.of(header, envelope.subject(), body.text(), bounce != null, loopMark),
                bounce,
                new MailText(body.kind(), body.text(), body.safeHtml(), ReplyText.of(body)),
                AttachmentReader.read(files(body, message.likelyCharset()), oddities),
                unwrapped.protection(),
                senderCheck.check(header, received.raw()),
                oddities.codes());
    }

    private static List<FoundFile> files(MailBody body, @Nullable String charset) {
        List<FoundFile> files = new ArrayList<>();
        body.files().forEach(part -> files.add(FoundFile.of(part, charset)));
        body.embedded().forEach(file -> files.add(FoundFile.of(file)));
        return files;
    }
}
