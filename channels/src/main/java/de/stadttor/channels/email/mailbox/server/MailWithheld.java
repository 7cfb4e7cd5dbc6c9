package de.stadttor.channels.email.mailbox.server;

import jakarta.mail.MessagingException;

/** The server has a mail, says that there is more of it, and does not give it; the connection stays good. */
public final class MailWithheld extends MessagingException {

    private static final long serialVersionUID = 1L;

    MailWithheld() {
        super("withheld");
    }
}
