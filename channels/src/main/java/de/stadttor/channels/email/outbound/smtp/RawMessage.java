package de.stadttor.channels.email.outbound.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** Goes out byte for byte, since a signature is over bytes; the library only sees the envelope. */
final class RawMessage extends SMTPMessage {

    private final OutgoingMail mail;

    RawMessage(Session session, OutgoingMail mail) throws MessagingException {
        super(session);
        this.mail = mail;
        setEnvelopeFrom(mail.sender());
        setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        saved = true;
    }

    @Override
    public int getSize() {
        return mail.bytes().length();
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        mail.bytes().open().transferTo(out);
    }
}
