package de.stadttor.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Submissions by meaning, ready to send. */
final class Submissions {

    private Submissions() {}

    /** Anonymous, of a wasps' nest. */
    static Map<String, Object> anonymous() {
        return with(Map.of());
    }

    /** The same by a citizen whom the form server knows from BayernID. */
    static Map<String, Object> by(String persona) {
        return with(Map.of("citizen", identity(persona, "localhost")));
    }

    static Map<String, Object> propertyTaxBy(String persona) {
        return with(Map.of(
                "form",
                "grundsteuer-kontakt",
                "assuranceLevel",
                "substantial",
                "citizen",
                identity(persona, "localhost"),
                "fields",
                Map.of("aktenzeichen", "1234567890", "anliegen", "Frage zum Bescheid")));
    }

    static Map<String, Object> with(Map<String, Object> changes) {
        Map<String, Object> submission = new HashMap<>(Map.of(
                "form", "insektennest",
                "submissionId", UUID.randomUUID().toString(),
                "fields", Map.of("ort", "Marienplatz 8")));
        submission.putAll(changes);
        return submission;
    }

    static Map<String, Object> identity(String persona, String spHost) {
        return Map.of(
                "name",
                "Erika Mustermann",
                "identity",
                Map.of("scheme", "bayernid", "bpk2", "demo-" + persona, "spHost", spHost));
    }
}
