package de.stadttor.channels.email.mailbox;

/** The server did not give a mail's bytes, or not all of them. */
final class Unfetchable extends RuntimeException {

    Unfetchable(Throwable cause) {
        super("not fetched", cause);
    }
}
