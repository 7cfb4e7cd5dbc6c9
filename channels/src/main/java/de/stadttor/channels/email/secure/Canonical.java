package de.stadttor.channels.email.secure;

import java.io.ByteArrayOutputStream;

/** The form over which signatures are made (RFC 8551, 3.1.1): every line ends in CR LF. */
final class Canonical {

    private Canonical() {}

    static byte[] lines(byte[] content) {
        ByteArrayOutputStream canonical = new ByteArrayOutputStream(content.length + content.length / 40);
        byte before = 0;
        for (byte b : content) {
            if (b == '\n' && before != '\r') {
                canonical.write('\r');
            }
            canonical.write(b);
            before = b;
        }
        return canonical.toByteArray();
    }
}
