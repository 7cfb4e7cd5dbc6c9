package de.stadttor.web.proofofwork;

import de.stadttor.web.BadRequest;
import de.stadttor.web.bodies.StrictJson;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A challenge and what somebody says its number is, as ALTCHA's clients send it: JSON in Base64. */
record Solution(String algorithm, String challenge, long number, String salt, String signature) {

    private static final int LONGEST = 2_000;

    /** Empty for what is none. */
    static Optional<Solution> read(String payload) {
        try {
            return payload.length() > LONGEST
                    ? Optional.empty()
                    : read(StrictJson.read(Base64.getDecoder().decode(payload)));
        } catch (IllegalArgumentException | BadRequest e) {
            return Optional.empty();
        }
    }

    private static Optional<Solution> read(JsonNode json) {
        return json.path("number").isIntegralNumber() && json.path("number").canConvertToLong()
                ? Optional.of(new Solution(
                        json.path("algorithm").asString(""),
                        json.path("challenge").asString(""),
                        json.path("number").longValue(),
                        json.path("salt").asString(""),
                        json.path("signature").asString("")))
                : Optional.empty();
    }
}
