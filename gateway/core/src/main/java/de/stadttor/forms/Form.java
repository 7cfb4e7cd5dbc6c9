package de.stadttor.forms;

import de.stadttor.people.AssuranceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of a form. What it asks never changes; only how long it is accepted does.
 *
 * @param schema JSON Schema 2020-12 of the fields, as JSON text
 * @param example fields that are valid against it, as JSON text
 * @param queue key of the queue that its tickets go to
 * @param texts by language; German is always there
 * @param page how people fill it in
 * @param retention how long the ticket is kept after it was closed
 * @param serviceKey of the service in the catalogues of LeiKa or FIM; null without
 * @param acceptedUntil from then on submissions of this version are refused; null without end
 */
public record Form(
        String key,
        int version,
        String schema,
        String example,
        Levels levels,
        String queue,
        Map<String, Texts> texts,
        Page page,
        Duration retention,
        @Nullable String serviceKey,
        @Nullable Instant acceptedUntil) {

    private static final String GERMAN = "de";

    public Form {
        texts = Map.copyOf(texts);
        if (!texts.containsKey(GERMAN)) {
            throw new IllegalArgumentException("form " + key + " has no German texts");
        }
    }

    public AssuranceLevel submitLevel() {
        return levels.submit();
    }

    public AssuranceLevel readLevel() {
        return levels.read();
    }

    /** Whether a submission that comes at {@code now} may be of this version. */
    public boolean accepts(Instant now) {
        return acceptedUntil == null || now.isBefore(acceptedUntil);
    }

    /** Whether {@code other} is the same form, whatever its version and its end. */
    boolean asks(Form other) {
        return equals(other.version(version, acceptedUntil));
    }

    /** The same as a version that is accepted without end. */
    Form as(int otherVersion) {
        return version(otherVersion, null);
    }

    private Form version(int otherVersion, @Nullable Instant end) {
        return new Form(key, otherVersion, schema, example, levels, queue, texts, page, retention, serviceKey, end);
    }

    /** The texts in {@code language} (BCP 47; only the primary tag counts), else German. */
    public Texts texts(String language) {
        Texts asked = texts.get(language.split("-", 2)[0]);
        return asked == null ? Objects.requireNonNull(texts.get(GERMAN)) : asked;
    }

    /**
     * @param submit how surely the citizen must have been known when submitting
     * @param read what seeing the ticket takes
     */
    public record Levels(AssuranceLevel submit, AssuranceLevel read) {}

    /**
     * @param title of the form
     * @param description what it is for; empty without
     * @param privacyNotice what Article 13 of the GDPR demands to be told; empty without
     * @param subject of its tickets
     * @param text of their first message
     */
    public record Texts(String title, String description, String privacyNotice, Template subject, Template text) {}

    /**
     * @param open true when anybody may fill it in at {@code /formular/{form}}, as far as {@link Levels} let them
     * @param presentation order, sections, widgets, labels and help texts by language, as JSON text
     * @param files most files that may come along; 0 for none
     */
    public record Page(boolean open, String presentation, int files) {

        /** No page, no hints, no files. */
        public static final Page NONE = new Page(false, "{}", 0);
    }
}
