package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.mime.Slice;
import de.stadttor.files.Content;
import de.stadttor.ticketing.Attention;

/** A mail, byte for byte. */
public sealed interface RawMail {

    /** Within the limit. */
    record Whole(Slice bytes) implements RawMail {}

    /**
     * Understood by its header only.
     *
     * @param head its beginning: the header fields, and as much of the body as fitted
     * @param whole all of it that there is, already stored
     */
    record Oversize(Slice head, Content whole, Why why) implements RawMail {

        /** Too large to be read as a whole. */
        public Oversize(Slice head, Content whole) {
            this(head, whole, Why.TOO_LARGE);
        }
    }

    /** Why a mail is understood by its header only. */
    enum Why {
        TOO_LARGE(Attention.OVERSIZE),
        /** Its mailbox never gave all of it; the next time it may be another part. */
        CUT(Attention.UNREADABLE),
        /** Storing it with all that is in it failed too often. */
        UNSTORABLE(Attention.UNREADABLE);

        private final Attention attention;

        Why(Attention attention) {
            this.attention = attention;
        }

        /** What a person is told. */
        public Attention attention() {
            return attention;
        }
    }
}
