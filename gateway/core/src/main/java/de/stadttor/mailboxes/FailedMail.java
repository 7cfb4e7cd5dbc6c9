package de.stadttor.mailboxes;

import java.time.Instant;

/**
 * A mail that keeps no other one from being read, and is not forgotten.
 *
 * @param mail what its folder knows it by, such as validity and UID
 * @param tries how often it failed when it was tried alone
 * @param dueAt when to try again
 */
public record FailedMail(String mail, Cause cause, int tries, Instant dueAt) {

    public enum Cause {
        /** The server did not give its bytes. */
        UNREADABLE,
        /** We could not store it. */
        UNSTORED,
        /** What could be had of it is in; the mail itself is left in its folder, for people. */
        LEFT
    }

    /** Whether it is to be tried again while it is in its folder. */
    public boolean comesAgain() {
        return cause != Cause.LEFT;
    }
}
