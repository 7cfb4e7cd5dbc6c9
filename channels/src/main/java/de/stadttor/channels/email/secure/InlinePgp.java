package de.stadttor.channels.email.secure;

import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.Oddities;
import de.stadttor.channels.email.mime.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * OpenPGP written into a plain text (RFC 9580, 7): signed in the clear, or encrypted. What stands around it was neither
 * signed nor encrypted, so it stays visible and no signature is claimed for the whole.
 */
final class InlinePgp {

    private static final Pattern SIGNED = Pattern.compile("(?m)^-----BEGIN PGP SIGNED MESSAGE-----[ \\t]*\\r?\\n"
            + "(?:[\\w-]{1,40}:[^\\n]{0,200}\\n){0,10}[ \\t]*\\r?\\n");
    private static final int LONGEST = 4 << 20;

    private final PgpMime pgp;
    private final Oddities oddities;

    InlinePgp(PgpMime pgp, Oddities oddities) {
        this.pgp = pgp;
        this.oddities = oddities;
    }

    /** Empty when {@code part} holds none, or none that can be opened. */
    Optional<Unwrapped> open(Entity part, Protection before) {
        if (part.body().length() > LONGEST || part.fileName() != null) {
            return Optional.empty();
        }
        String text = Slice.of(part.decoded()).latin1();
        if (!text.contains("-----BEGIN PGP ")) {
            return Optional.empty();
        }
        Matcher signed = SIGNED.matcher(text);
        if (signed.find()) {
            return verified(part, text, signed, before);
        }
        Block encrypted = Block.of("MESSAGE", text, 0);
        return encrypted == null ? Optional.empty() : decrypted(text, encrypted, before);
    }

    private Optional<Unwrapped> verified(Entity part, String text, Matcher start, Protection before) {
        Block signature = Block.of("SIGNATURE", text, start.end());
        if (signature == null) {
            oddities.note("signature-damaged");
            return Optional.empty();
        }
        String clear = unescaped(text.substring(start.end(), signature.start()));
        Protection verdict = pgp.verify(latin1(signature.in(text)), canonical(clear), before);
        String head = text.substring(0, start.start());
        String tail = text.substring(signature.end());
        return Optional.of(new Unwrapped(
                text(part.header().raw("content-type"), head + clear + tail), around(head, tail, verdict, before)));
    }

    private Optional<Unwrapped> decrypted(String text, Block message, Protection before) {
        String head = text.substring(0, message.start());
        String tail = text.substring(message.end());
        return pgp.open(latin1(message.in(text)), before)
                .map(content -> new Unwrapped(
                        text(
                                "text/plain; charset=utf-8",
                                head + new String(content.bytes(), StandardCharsets.ISO_8859_1) + tail),
                        around(
                                head,
                                tail,
                                content.protection(),
                                content.protection().encrypted() ? before.decrypted() : before)));
    }

    /** A stranger can put words of their own around what another signed. */
    private Protection around(String head, String tail, Protection verdict, Protection otherwise) {
        if (head.isBlank() && tail.isBlank()) {
            return verdict;
        }
        oddities.note("partly-signed");
        return verdict.signature() == Protection.Signature.INVALID ? verdict : otherwise;
    }

    private static Entity text(@Nullable String type, String text) {
        return Entity.unpacked(type == null ? "text/plain" : type, null, null, latin1(text));
    }

    /** RFC 9580, 7.2: lines that begin with a dash were sent with "- " before it. */
    private static String unescaped(String escaped) {
        return escaped.replaceAll("(?m)^- ", "");
    }

    /** What was signed: no blanks at line ends, CR LF between lines, none after the last. */
    private static byte[] canonical(String clear) {
        String bare = clear.endsWith("\n") ? clear.substring(0, clear.length() - 1) : clear;
        return latin1(Stream.of(bare.split("\n", -1)).map(String::stripTrailing).collect(Collectors.joining("\r\n")));
    }

    /** A piece of ASCII armor, from its first dash to after its last. */
    private record Block(int start, int end) {

        static @Nullable Block of(String kind, String text, int from) {
            String last = "-----END PGP " + kind + "-----";
            int start = text.indexOf("-----BEGIN PGP " + kind + "-----", from);
            int end = start < 0 ? -1 : text.indexOf(last, start);
            return end < 0 ? null : new Block(start, end + last.length());
        }

        String in(String text) {
            return text.substring(start, end);
        }
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
