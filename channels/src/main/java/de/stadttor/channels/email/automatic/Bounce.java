package de.stadttor.channels.email.automatic;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about a message we sent.
 *
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; null when the report has none
 * @param recipient whom it did not reach, null when not told
 * @param reason the other server's words, one line; null when not told
 * @param originalMessageId of the message it is about, without brackets; null when not told
 */
public record Bounce(
        Kind kind,
        @Nullable String status,
        @Nullable String recipient,
        @Nullable String reason,
        @Nullable String originalMessageId) {

    /** How it ended. */
    public enum Kind {
        /** Failed for good. */
        HARD,
        /** Failed because of something that may pass; the server gave up. */
        SOFT,
        /** Not failed yet, the server keeps trying. */
        DELAYED,
        /** Delivered or handed on. */
        NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
