package de.stadttor.channels.email.mailbox.server;

/**
 * A mail of an open folder.
 *
 * @param number its UID; in POP3, which has none, the number that it has in this connection
 * @param name what tells it from every other mail that was or will be in the folder: UIDVALIDITY and UID, or the UIDL
 */
public record MailRef(long number, String name) {}
