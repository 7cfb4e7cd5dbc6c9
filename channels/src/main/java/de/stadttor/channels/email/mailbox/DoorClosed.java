package de.stadttor.channels.email.mailbox;

/** A mail did not get in, and the house is why: an outage, or so many at the door that waiting took too long. */
final class DoorClosed extends RuntimeException {

    DoorClosed(Throwable failure) {
        super("the door is closed", failure);
    }
}
