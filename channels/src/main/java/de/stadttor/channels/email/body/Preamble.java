package de.stadttor.channels.email.body;

import de.stadttor.channels.email.mime.Charsets;
import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.Oddities;
import java.nio.charset.StandardCharsets;

/**
 * What stands before the first part of a multipart. Nobody is meant to read it (RFC 2046, 5.1.1), but some mail servers
 * forget the boundary above the words of their reports, so that these stand there.
 */
final class Preamble {

    private static final int LONGEST = 64 << 10;

    private Preamble() {}

    /** At most {@value #LONGEST} bytes; empty when there is none. */
    static String of(Entity multipart, Oddities oddities) {
        String boundary = multipart.type().parameters().get("boundary");
        String beginning = multipart
                .body()
                .part(0, Math.min(LONGEST, multipart.body().length()))
                .latin1();
        int end = boundary == null ? -1 : beginning.indexOf("--" + boundary);
        byte[] bytes = beginning.substring(0, Math.max(0, end)).getBytes(StandardCharsets.ISO_8859_1);
        return Charsets.decode(bytes, null, oddities).replace("\r\n", "\n");
    }
}
