package de.stadttor.channels.email.outbound.templates;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.util.Arrays;

/** What mail programs show of themselves, known by its first bytes and not by what somebody says. */
enum PictureType {
    PNG("image/png", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
    JPEG("image/jpeg", 0xff, 0xd8, 0xff),
    GIF("image/gif", 'G', 'I', 'F', '8');

    private final String mediaType;
    private final byte[] signature;

    PictureType(String mediaType, int... signature) {
        this.mediaType = mediaType;
        this.signature = new byte[signature.length];
        for (int i = 0; i < signature.length; i++) {
            this.signature[i] = (byte) signature[i];
        }
    }

    /** Its media type; refused when it is no such picture. */
    static String of(byte[] bytes) {
        for (PictureType type : values()) {
            if (Arrays.equals(type.signature, Arrays.copyOf(bytes, type.signature.length))) {
                return type.mediaType;
            }
        }
        throw new Refused(Refusal.Invalid.at("/data", "picture-type"));
    }
}
