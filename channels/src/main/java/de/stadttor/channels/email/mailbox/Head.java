package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.inbound.RawMail;
import de.stadttor.channels.email.inbound.RawMail.Why;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.files.Content;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The beginning of a mail that passes by in pieces. */
final class Head {

    /** Bytes; the header fields of a mail fit in, with a good part of its text. */
    static final int MOST = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void add(ByteBuffer piece) {
        byte[] wanted = new byte[Math.min(piece.remaining(), MOST - bytes.size())];
        piece.duplicate().get(wanted);
        bytes.writeBytes(wanted);
    }

    RawMail of(Content whole, Why why) {
        return new RawMail.Oversize(Slice.of(bytes.toByteArray()), whole, why);
    }
}
