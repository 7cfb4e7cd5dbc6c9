package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.LoadedBatch.Loaded;
import org.jspecify.annotations.Nullable;

/**
 * What the door said to a mail.
 *
 * @param failure null when it is in
 */
record Answer(Loaded mail, @Nullable Throwable failure) {

    boolean isIn() {
        return failure == null;
    }
}
