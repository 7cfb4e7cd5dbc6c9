package de.stadttor.forms;

import de.stadttor.people.AssuranceLevel;
import java.time.Duration;
import java.util.Map;

/** Forms for tests. */
public final class TestForms {

    private TestForms() {}

    /** A small form on a page. */
    public static Form nest(String key, int version) {
        return nest(key, version, new Form.Levels(AssuranceLevel.BASIC, AssuranceLevel.BASIC));
    }

    static Form nest(String key, int version, Form.Levels levels) {
        return new Form(
                key,
                version,
                "{\"type\":\"object\",\"properties\":{\"ort\":{\"type\":\"string\"}}}",
                "{\"ort\":\"Hof\"}",
                levels,
                "gartenbau",
                Map.of(
                        "de", texts("Nest", "Wozu", "Was wir speichern"),
                        "en", texts("Nest of insects", "", "")),
                new Form.Page(true, "{\"contact\":\"none\"}", 2),
                Duration.ofDays(365),
                "99115004026000",
                null);
    }

    private static Form.Texts texts(String title, String description, String privacyNotice) {
        return new Form.Texts(
                title, description, privacyNotice, new Template(title + ": {ort}"), new Template("Ort: {ort}"));
    }
}
