package de.stadttor.channels.email.outbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Keeps the Message-ID it is given, where the library would make up a new one for every try. */
final class NamedMessage extends MimeMessage {

    private final String messageId;

    NamedMessage(String messageId) {
        super(Session.getInstance(new Properties()));
        this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
