package de.stadttor.channels.email.mailbox.server;

public enum Protocol {
    IMAP,
    POP3
}
