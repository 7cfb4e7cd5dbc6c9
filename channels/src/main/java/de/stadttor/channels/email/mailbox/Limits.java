package de.stadttor.channels.email.mailbox;

/**
 * @param inFlight bytes of mails in memory at once, over all mailboxes
 * @param wholeUpTo bytes of a mail that is read as a whole; a larger one goes to the content store and to a person
 * @param most bytes of one mail that are kept at all
 */
public record Limits(long inFlight, long wholeUpTo, long most) {

    public Limits {
        if (wholeUpTo > inFlight || inFlight > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("whole up to " + wholeUpTo + ", in flight " + inFlight
                    + " (expected: whole <= in flight <= " + Integer.MAX_VALUE + ")");
        }
    }
}
