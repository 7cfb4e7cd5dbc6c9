package de.stadttor.channels.email.secure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Some gateways send CMS with PEM lines around it. */
final class Pem {

    private Pem() {}

    static byte[] bare(byte[] bytes) {
        if (bytes.length < 11 || bytes[0] != '-') {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[^-\\r\\n]{1,60}-----", ""));
    }
}
