package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.mime.Slice;
import de.stadttor.seals.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of a mail as it came, lower-case hex; the same however large it is. */
final class Fingerprint {

    private static final int BUFFER = 8192;

    private Fingerprint() {}

    static String of(RawMail raw) {
        return switch (raw) {
            case RawMail.Whole(var bytes) -> of(bytes);
            case RawMail.Oversize oversize -> oversize.whole().sha256();
        };
    }

    private static String of(Slice bytes) {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream stream = bytes.open()) {
            for (int read = stream.read(buffer); read > 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
