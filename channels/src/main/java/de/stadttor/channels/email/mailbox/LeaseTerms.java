package de.stadttor.channels.email.mailbox;

import java.time.Duration;

/**
 * How this process holds the folders that it reads.
 *
 * @param owner this process
 * @param time after so long without a sign of life another process may take a folder
 */
public record LeaseTerms(String owner, Duration time) {

    /** Time between two signs of life; two of three may get lost. */
    Duration renewal() {
        return time.dividedBy(3);
    }
}
