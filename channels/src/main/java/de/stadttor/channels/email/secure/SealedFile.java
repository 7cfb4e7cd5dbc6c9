package de.stadttor.channels.email.secure;

import de.stadttor.channels.email.mime.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that its sender sealed by itself before attaching it to a clear message: {@code Antrag.pdf.gpg},
 * {@code Vertrag.pdf.p7m}. It is no message, so what is inside is a file again, and says nothing about the words beside
 * it.
 *
 * @param name without the seal's suffix
 */
record SealedFile(Entity part, String name, boolean smime) {

    private static final Pattern OPEN_PGP = Pattern.compile("(?i)(.+)\\.(?:pgp|gpg|asc)");
    private static final Pattern SMIME = Pattern.compile("(?i)(.+\\.[a-z0-9]{1,5})\\.p7m");
    private static final int LARGEST = 32 << 20;
    private static final int BEGINNING = 1_000;
    private static final String ARMOR = "-----BEGIN PGP MESSAGE-----";

    /**
     * Null when {@code part} is something else, such as a key, a signature or a sealed message, or is larger than
     * {@value #LARGEST} bytes as sent.
     */
    static @Nullable SealedFile of(Entity part) {
        boolean small = !part.isMultipart() && part.body().length() <= LARGEST;
        String name = small ? part.fileName() : null;
        if (name == null) {
            return null;
        }
        Matcher smime = SMIME.matcher(name);
        if (smime.matches()) {
            return new SealedFile(part, smime.group(1), true);
        }
        Matcher pgp = OPEN_PGP.matcher(name);
        return pgp.matches() && isEncrypted(part) ? new SealedFile(part, pgp.group(1), false) : null;
    }

    /** The file inside; empty when it cannot be opened. */
    Optional<Entity> open(Smime smimeKeys, PgpMime pgpKeys) {
        return smime
                ? smimeKeys
                        .open(part, Protection.NONE)
                        .map(inner -> file(inner.message().raw().copy()))
                : pgpKeys.open(part.decoded(), Protection.NONE).map(inner -> file(inner.bytes()));
    }

    private Entity file(byte[] bytes) {
        return Entity.unpacked("application/octet-stream", name, part.contentId(), bytes);
    }

    /** ASCII armor, or a packet that holds a session key (RFC 9580, 5.1), in the old or the new format. */
    private static boolean isEncrypted(Entity part) {
        try (InputStream decoded = part.encoding().open(part.body())) {
            byte[] beginning = decoded.readNBytes(BEGINNING);
            int first = beginning.length == 0 ? 0 : beginning[0] & 0xff;
            boolean packet = (first >= 0x84 && first <= 0x87) || first == 0xc1;
            return packet || new String(beginning, StandardCharsets.ISO_8859_1).contains(ARMOR);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }
}
