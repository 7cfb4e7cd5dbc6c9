package de.stadttor.channels.email.files;

import de.stadttor.channels.email.body.EmbeddedFile;
import de.stadttor.channels.email.mime.ContentType;
import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.mime.TransferEncoding;
import org.jspecify.annotations.Nullable;

/**
 * A file before it is judged.
 *
 * @param name as the sender gave it, null when none
 */
public record FoundFile(
        @Nullable String name,
        ContentType type,
        @Nullable String contentId,
        boolean inline,
        Slice encoded,
        TransferEncoding encoding) {

    /** A part that is no body; stray 8-bit bytes in its name are in {@code charset} if they can be. */
    public static FoundFile of(Entity part, @Nullable String charset) {
        String given = part.fileName(charset);
        String kind = part.disposition().value();
        boolean inline = kind.startsWith("inline") || (!kind.startsWith("attach") && part.contentId() != null);
        return new FoundFile(
                given == null ? part.locationName() : given,
                part.type(),
                part.contentId(),
                inline,
                part.body(),
                part.encoding());
    }

    /** A file that was written into the text. */
    public static FoundFile of(EmbeddedFile file) {
        return new FoundFile(file.name(), ContentType.PLAIN, null, false, file.encoded(), file.encoding());
    }

    /** A file whose bytes were unpacked from something else. */
    public static FoundFile of(@Nullable String name, byte[] bytes) {
        return new FoundFile(name, ContentType.PLAIN, null, false, Slice.of(bytes), TransferEncoding.IDENTITY);
    }
}
