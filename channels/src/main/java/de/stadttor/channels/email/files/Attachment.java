package de.stadttor.channels.email.files;

import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.mime.TransferEncoding;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message. Its bytes are decoded only while they are read.
 *
 * @param name safe to store and show, never empty; two files may have the same
 * @param mediaType as declared, or as found when nothing useful was declared
 * @param charset declared for texts, else null
 * @param contentId what {@code cid:} links name, without brackets; null when absent
 * @param inline true when it is shown within the text
 * @param size in bytes, decoded
 * @param sha256 of the decoded bytes, lower-case hexadecimal
 */
public record Attachment(
        String name,
        String mediaType,
        @Nullable String charset,
        @Nullable String contentId,
        boolean inline,
        long size,
        String sha256,
        Slice encoded,
        TransferEncoding encoding) {

    /** The decoded bytes, anew for each call. */
    public InputStream open() {
        return encoding.open(encoded);
    }
}
