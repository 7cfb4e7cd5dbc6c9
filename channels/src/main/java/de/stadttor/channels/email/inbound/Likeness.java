package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.mime.Head;
import de.stadttor.channels.email.mime.HeaderField;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.seals.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same of a mail on whichever way it came: everything but what servers add. A Message-ID alone would not
 * do, for anyone can use one that another mail is going to have.
 */
final class Likeness {

    /** Fields that servers write or rewrite (RFC 5321 4.4, RFC 8601, RFC 8617, RFC 6376, RFC 2369, RFC 2919). */
    private static final Set<String> TRACE = Set.of(
            "return-path",
            "received",
            "delivered-to",
            "envelope-to",
            "authentication-results",
            "received-spf",
            "dkim-signature",
            "status",
            "lines",
            "bytes");

    private static final Set<String> TRACE_FAMILIES = Set.of("x-", "arc-", "list-");
    private static final Set<String> TELLING = Set.of("from", "date", "message-id");
    private static final int BUFFER = 8192;

    private Likeness() {}

    /** SHA-256, lower-case hex; null when sender, date or Message-ID is missing, for then two mails may be alike. */
    static @Nullable String of(Head head) {
        if (!TELLING.stream().allMatch(head.fields()::has)) {
            return null;
        }
        MessageDigest digest = Sha256.digest();
        head.fields().fields().stream()
                .filter(field -> !isTrace(field))
                .map(field -> field.name().toLowerCase(Locale.ROOT) + ":" + field.value() + "\n")
                .sorted()
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.ISO_8859_1)));
        body(head.body(), digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean isTrace(HeaderField field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return TRACE.contains(name) || TRACE_FAMILIES.stream().anyMatch(name::startsWith);
    }

    /** However its lines end, and however many empty ones come last. */
    private static void body(Slice body, MessageDigest digest) {
        int end = body.length();
        while (end > 0 && (body.at(end - 1) == '\n' || body.at(end - 1) == '\r')) {
            end--;
        }
        byte[] buffer = new byte[BUFFER];
        int filled = 0;
        for (int i = 0; i < end; i++) {
            if (body.at(i) != '\r') {
                buffer[filled++] = body.at(i);
            }
            if (filled == BUFFER) {
                digest.update(buffer);
                filled = 0;
            }
        }
        digest.update(buffer, 0, filled);
    }
}
