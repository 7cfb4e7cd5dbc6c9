package de.stadttor.channels.email.mime;

import java.io.InputStream;

/** A stream that is made of chunks, for decoders that work on blocks. */
sealed class ChunkStream extends InputStream permits Base64Stream, QuotedPrintableStream {

    /** Fills {@code target} with decoded bytes and says how many; 0 means the end. */
    @FunctionalInterface
    interface Source {
        int fill(byte[] target);
    }

    static final int SIZE = 24 << 10;

    private final byte[] chunk = new byte[SIZE];
    private final Source source;
    private int at;
    private int filled;

    ChunkStream(Source source) {
        this.source = source;
    }

    @Override
    public final int read() {
        return more() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public final int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, filled - at);
        System.arraycopy(chunk, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean more() {
        if (at == filled) {
            filled = source.fill(chunk);
            at = 0;
        }
        return filled > 0;
    }
}
