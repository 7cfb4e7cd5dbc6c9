package de.stadttor.channels.email.outbound;

import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.outbound.smtp.OutgoingMail;
import de.stadttor.outbox.ReplyTokens;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes a mail of a letter (RFC 5322, 2045). Text from outside never reaches a header as it came. */
public final class MailComposer {

    private static final String UTF_8 = "UTF-8";

    private final Senders senders;
    private final ReplyTokens tokens;
    private final LoopMark mark;
    private final MailSigner signer;
    private final Clock clock;

    public MailComposer(Senders senders, ReplyTokens tokens, LoopMark mark, MailSigner signer, Clock clock) {
        this.senders = senders;
        this.tokens = tokens;
        this.mark = mark;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * What comes back, a bounce or an answer, comes to an address with the delivery's token.
     *
     * @param delivery id of the outbox item
     */
    OutgoingMail compose(Letter letter, UUID delivery, Recipient to, List<Enclosure> files) {
        Sender sender = senders.of(letter.queue());
        String returned = sender.address(tokens.token(delivery));
        try {
            MimeMessage message = new NamedMessage(senders.messageId(delivery));
            address(message, letter, sender, returned, to);
            describe(message, letter, delivery);
            new MailContent(senders.domain()).fill(message, letter, files);
            message.saveChanges();
            return new OutgoingMail(returned, to.address(), Slice.of(signer.signed(bytes(message))));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("letter that makes no mail", e);
        }
    }

    private static void address(MimeMessage message, Letter letter, Sender sender, String returned, Recipient to)
            throws MessagingException, IOException {
        message.setFrom(new InternetAddress(sender.address(), HeaderLine.of(sender.name()), UTF_8));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to.address(), true));
        if (letter.is(Letter.Trait.REPLYABLE)) {
            message.setReplyTo(
                    new InternetAddress[] {new InternetAddress(returned, HeaderLine.of(sender.name()), UTF_8)});
        }
    }

    private void describe(MimeMessage message, Letter letter, UUID delivery) throws MessagingException {
        message.setSubject(HeaderLine.of(letter.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", letter.language().toLanguageTag());
        message.setHeader(LoopMark.FIELD, mark.write(delivery.toString()));
        if (!letter.references().isEmpty()) {
            message.setHeader("In-Reply-To", letter.references().getLast());
            message.setHeader("References", String.join("\r\n ", letter.references()));
        }
        if (letter.is(Letter.Trait.AUTOMATIC)) {
            message.setHeader("Auto-Submitted", answers(letter) ? "auto-replied" : "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
        }
        for (Map.Entry<String, String> field : letter.headers().entrySet()) {
            message.setHeader(fieldName(field.getKey()), HeaderLine.of(field.getValue()));
        }
    }

    /** RFC 3834 5: a reply is to what somebody else wrote. */
    private boolean answers(Letter letter) {
        return letter.references().stream().anyMatch(mail -> !senders.wrote(mail));
    }

    /** RFC 5322 2.2, and narrower. */
    private static String fieldName(String name) {
        if (!name.matches("[A-Za-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("header field name (expected: letters, digits and hyphens)");
        }
        return name;
    }

    private static byte[] bytes(MimeMessage message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }
}
