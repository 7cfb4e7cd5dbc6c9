package de.stadttor.chats;

import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.seals.Sha256;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to chat, and says what about.
 *
 * @param clientId a random UUID, by which a repeat is known
 * @param language ISO 639 code
 * @param name as given; null for none
 * @param email likewise
 * @param subject null to make one of the text
 * @param proof names the work that was done for it; null for who is logged in
 * @param citizen null for nobody we know
 */
public record Opening(
        String clientId,
        String queue,
        String language,
        @Nullable String name,
        @Nullable String email,
        @Nullable String subject,
        String text,
        @Nullable String proof,
        @Nullable Citizen citizen) {

    private static final String PROOF = "proof of work";
    private static final int LONGEST_SUBJECT = 80;

    RequestKey key() {
        return new RequestKey("chat opened by " + reference(), clientId, fingerprint());
    }

    /** Work that was done for one chat is good for no other. */
    @Nullable
    RequestKey proofKey() {
        return proof == null ? null : new RequestKey(PROOF, proof, Sha256.hex(clientId + fingerprint()));
    }

    AssuranceLevel level() {
        return citizen == null ? AssuranceLevel.BASIC : citizen.level();
    }

    /** As given, or the beginning of what was written. */
    String title() {
        if (subject != null && !subject.isBlank()) {
            return subject.strip();
        }
        String line = text.strip().lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
    }

    String reference() {
        return citizen == null ? "a stranger" : citizen.reference();
    }

    private String fingerprint() {
        return Sha256.hex(String.join(
                "\0",
                List.of(
                        queue,
                        language,
                        Objects.requireNonNullElse(name, ""),
                        Objects.requireNonNullElse(email, ""),
                        Objects.requireNonNullElse(subject, ""),
                        text)));
    }
}
