package de.stadttor.channels.email.mailbox.server;

import jakarta.mail.MessagingException;

/** Somebody removed a mail in the meantime; the connection stays good. */
public final class MailGone extends MessagingException {

    private static final long serialVersionUID = 1L;

    MailGone() {
        super("gone");
    }
}
