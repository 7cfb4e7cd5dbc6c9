package de.stadttor.bench.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** The work that a stranger does before a chat. */
final class Proof {

    private Proof() {}

    /**
     * Solves a challenge.
     *
     * @return as it goes into {@code open}
     */
    static String of(JsonNode challenge) {
        String salt = challenge.path("salt").asString();
        String wanted = challenge.path("challenge").asString();
        int number = 0;
        while (!hash(salt + number).equals(wanted)) {
            number++;
        }
        String solution =
                """
                {"algorithm":"SHA-256","challenge":"%s","number":%d,"salt":"%s","signature":"%s"}\
                """.formatted(wanted, number, salt, challenge.path("signature").asString());
        return Base64.getEncoder().encodeToString(solution.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
