package de.stadttor.channels.email.files;

import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.mime.TransferEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

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

    private static final int PIECE = 1 << 16;

    /** The decoded bytes, anew for each call. */
    public InputStream open() {
        return encoding.open(encoded);
    }

    /** The same, piece by piece; nothing waits for it, since the encoded bytes lie in memory. */
    public Flux<ByteBuffer> pieces() {
        return Flux.generate(this::open, Attachment::next, Attachment::close);
    }

    private static InputStream next(InputStream bytes, SynchronousSink<ByteBuffer> sink) {
        try {
            byte[] piece = bytes.readNBytes(PIECE);
            if (piece.length == 0) {
                sink.complete();
            } else {
                sink.next(ByteBuffer.wrap(piece));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
