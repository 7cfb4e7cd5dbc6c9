package de.stadttor.channels.email.mailbox;

import org.jspecify.annotations.Nullable;

/** Not one of several mails got in. */
final class DoorClosed extends RuntimeException {

    DoorClosed(@Nullable Throwable failure) {
        super("no mail of a batch got in", failure);
    }
}
