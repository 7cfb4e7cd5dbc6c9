package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.mime.Slice;
import de.stadttor.files.Content;

/** A mail, byte for byte. */
public sealed interface RawMail {

    /** Within the limit. */
    record Whole(Slice bytes) implements RawMail {}

    /**
     * Too large to be read as a whole.
     *
     * @param head its beginning: the header fields, and as much of the body as fitted
     * @param whole all of it, already stored
     */
    record Oversize(Slice head, Content whole) implements RawMail {}
}
