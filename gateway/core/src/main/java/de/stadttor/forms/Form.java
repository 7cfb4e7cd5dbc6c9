package de.stadttor.forms;

import de.stadttor.people.AssuranceLevel;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * One version of a form.
 *
 * @param schema JSON Schema 2020-12 of the fields, as JSON text
 * @param example fields that are valid against it, as JSON text
 * @param submitLevel how surely the citizen must have been known when submitting
 * @param readLevel what seeing the ticket takes
 * @param queue key of the queue that its tickets go to
 * @param texts by language; German is always there
 * @param retention how long the ticket is kept after it was closed
 */
public record Form(
        String key,
        int version,
        String schema,
        String example,
        AssuranceLevel submitLevel,
        AssuranceLevel readLevel,
        String queue,
        Map<String, Texts> texts,
        Duration retention) {

    private static final String GERMAN = "de";

    public Form {
        texts = Map.copyOf(texts);
        if (!texts.containsKey(GERMAN)) {
            throw new IllegalArgumentException("form " + key + " has no German texts");
        }
    }

    /** The texts in {@code language} (BCP 47; only the primary tag counts), else German. */
    public Texts texts(String language) {
        Texts asked = texts.get(language.split("-", 2)[0]);
        return asked == null ? Objects.requireNonNull(texts.get(GERMAN)) : asked;
    }

    /**
     * @param title of the form
     * @param subject of its tickets
     * @param text of their first message
     */
    public record Texts(String title, Template subject, Template text) {}
}
