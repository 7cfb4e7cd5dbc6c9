package de.stadttor.ticketing;

import de.stadttor.files.Content;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came, byte for byte, for as long as the rule of its queue keeps it.
 *
 * @param raw its bytes; null once they are no longer kept
 * @param messageId of its header, without brackets; null when it has none
 */
public record Original(@Nullable Raw raw, @Nullable String messageId, Sender sender) {

    /** Where the bytes are. */
    public sealed interface Raw {

        long size();

        /** Small enough to stand in the database; each reader gets a view of its own. */
        record Inline(ByteBuffer bytes) implements Raw {

            public Inline {
                bytes = bytes.asReadOnlyBuffer();
            }

            @Override
            public ByteBuffer bytes() {
                return bytes.duplicate();
            }

            @Override
            public long size() {
                return bytes.remaining();
            }
        }

        record Stored(Content content) implements Raw {

            @Override
            public long size() {
                return content.size();
            }
        }
    }

    /**
     * Whether the sender is genuine, in the words of RFC 8601 2.7, such as {@code pass}.
     *
     * @param spf null when nobody whom we trust has checked it; the others likewise
     * @param domain that signed; null when none did
     */
    public record Sender(
            @Nullable String spf,
            @Nullable String dkim,
            @Nullable String dmarc,
            @Nullable String domain) {

        /** Nobody has checked. */
        public static final Sender UNCHECKED = new Sender(null, null, null, null);
    }
}
