package de.stadttor.channels.email.inbound;

import java.time.Instant;

/**
 * A mail as somebody handed it over.
 *
 * @param mailbox name of the mailbox that it came to; decides its queue and its rules
 * @param key recognizes the same mail of the same mailbox, such as folder, UIDVALIDITY and UID
 * @param receivedAt when the mailbox got it
 */
public record ReceivedMail(String mailbox, String key, Instant receivedAt, RawMail raw, Occasion occasion) {

    /** Why it comes now. */
    public enum Occasion {
        /** Somebody wrote, and expects an answer. */
        ARRIVAL,
        /** It is old and gets its own date; nobody is told. */
        IMPORT
    }
}
