package de.stadttor.channels.email.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Properties;

/** What Angus Mail does when it only walks through a message and decodes every part: the measure of our speed. */
final class BareWalk {

    private final Session session = Session.getInstance(new Properties());

    /** The number of decoded characters and bytes. */
    long through(byte[] raw) throws MessagingException, IOException {
        return part(new MimeMessage(session, new ByteArrayInputStream(raw)));
    }

    private long part(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") || part.isMimeType("text/html")) {
            return part.getContent() instanceof String text ? text.length() : 0;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            long total = 0;
            for (int i = 0; i < parts.getCount(); i++) {
                total += part(parts.getBodyPart(i));
            }
            return total;
        }
        if (part.isMimeType("message/rfc822") && part.getContent() instanceof MimeMessage message) {
            return part(message);
        }
        try (InputStream content = part.getInputStream()) {
            return content.transferTo(OutputStream.nullOutputStream());
        }
    }
}
