package de.stadttor.mailboxes;

/**
 * How far a folder is read whose mails stay in it.
 *
 * @param validity the folder's UIDVALIDITY; with another one all UIDs mean something else (RFC 3501, 2.3.1.1)
 * @param handledTo every mail up to this UID is done, or stands among the failed ones
 * @param oldUpTo mails up to this UID were there when the validity changed, so they may have been handled under another
 *     UID; 0 as long as it never changed
 */
public record Mark(long validity, long handledTo, long oldUpTo) {

    /** Nothing is handled yet. */
    public static Mark start(long validity) {
        return new Mark(validity, 0, 0);
    }

    /** After the server numbered its mails anew. */
    public static Mark renumbered(long validity, long newest) {
        return new Mark(validity, 0, newest);
    }

    /** Never goes back. */
    public Mark passed(long uid) {
        return uid > handledTo ? new Mark(validity, uid, oldUpTo) : this;
    }

    /** Whether a mail may be one that is known under another UID. */
    public boolean mayBeOld(long uid) {
        return uid <= oldUpTo;
    }
}
