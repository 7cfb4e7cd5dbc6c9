package de.stadttor.channels.email.outbound.templates;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.nio.charset.StandardCharsets;

/** What mail programs show of themselves, known by its first bytes and not by what somebody says. */
enum PictureType {
    PNG("image/png", "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "GIF8");

    private final String mediaType;
    private final String signature;

    /** @param signature one character for each byte */
    PictureType(String mediaType, String signature) {
        this.mediaType = mediaType;
        this.signature = signature;
    }

    /** Its media type; refused when it is no such picture. */
    static String of(byte[] bytes) {
        for (PictureType type : values()) {
            if (new String(bytes, StandardCharsets.ISO_8859_1).startsWith(type.signature)) {
                return type.mediaType;
            }
        }
        throw new Refused(Refusal.Invalid.at("/data", "picture-type"));
    }
}
