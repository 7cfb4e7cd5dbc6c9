package de.stadttor.channels.email.mailbox.server;

/**
 * A mail of an open folder.
 *
 * @param number its UID; in POP3, which has none, the number that it has in this connection
 * @param name what tells it from every other mail that was or will be in the folder: UIDVALIDITY and UID, or the UIDL
 */
public record MailRef(long number, String name) {

    static MailRef of(long validity, long uid) {
        return new MailRef(uid, validity + "/" + uid);
    }

    /** The UID in a name that has one. */
    public static long numberOf(String name) {
        return Long.parseLong(name.substring(name.indexOf('/') + 1));
    }
}
