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
    private final String beginning;

    /** @param beginning one character for each byte */
    PictureType(String mediaType, String beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    /** Its media type; refused when it is no such picture. */
    static String of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        for (PictureType type : values()) {
            if (head.startsWith(type.beginning)) {
                return type.mediaType;
            }
        }
        throw new Refused(Refusal.Invalid.at("/data", "picture-type"));
    }
}
