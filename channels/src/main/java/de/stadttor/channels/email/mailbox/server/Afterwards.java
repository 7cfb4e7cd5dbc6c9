package de.stadttor.channels.email.mailbox.server;

import org.jspecify.annotations.Nullable;

/** What becomes of a mail in its mailbox once it is in. */
public sealed interface Afterwards {

    /** It stays, marked as seen. Whether somebody looked at it before makes no difference to us. */
    record Keep() implements Afterwards {}

    /** @param folder gets it; made when it is not there. IMAP only. */
    record Move(String folder) implements Afterwards {}

    /** It goes. */
    record Delete() implements Afterwards {}

    /** True when a mail that is in is still there in the next pass. */
    default boolean stays() {
        return this instanceof Keep;
    }

    /** Folder that mails go to, or null. */
    default @Nullable String target() {
        return this instanceof Move(String folder) ? folder : null;
    }
}
