package de.stadttor.store.forms;

import de.stadttor.forms.Edition;
import de.stadttor.forms.Form;
import de.stadttor.forms.Template;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Knows the columns of a form. */
final class FormRow {

    private static final TypeReference<Map<String, StoredTexts>> TEXTS = new TypeReference<>() {};

    private FormRow() {}

    static Edition edition(Readable row) {
        return new Edition(form(row), Columns.instantOrNull(row, "made_at"), row.get("made_by", String.class));
    }

    static Form form(Readable row) {
        Map<String, Form.Texts> texts = new HashMap<>();
        Json.read(Columns.text(row, "texts"), TEXTS).forEach((language, stored) -> texts.put(language, stored.texts()));
        return new Form(
                Columns.text(row, "name"),
                Math.toIntExact(Columns.number(row, "version")),
                Columns.text(row, "definition"),
                Columns.text(row, "example"),
                new Form.Levels(
                        AssuranceLevel.of(Columns.text(row, "submit_level")),
                        AssuranceLevel.of(Columns.text(row, "read_level"))),
                Columns.text(row, "queue"),
                texts,
                page(row),
                Duration.ofDays(Columns.number(row, "retention_days")),
                row.get("service_key", String.class),
                Columns.instantOrNull(row, "accepted_until"));
    }

    private static Form.Page page(Readable row) {
        return new Form.Page(
                Columns.flag(row, "on_page"),
                Columns.text(row, "presentation"),
                Math.toIntExact(Columns.number(row, "files")));
    }

    static String texts(Form form) {
        Map<String, StoredTexts> texts = new TreeMap<>();
        form.texts().forEach((language, text) -> texts.put(language, StoredTexts.of(text)));
        return Json.write(texts);
    }

    /** Rows of the first days have neither description nor privacy notice. */
    private record StoredTexts(
            String title,
            @Nullable String description,
            @Nullable String privacyNotice,
            String subject,
            String text) {

        static StoredTexts of(Form.Texts texts) {
            return new StoredTexts(
                    texts.title(),
                    texts.description(),
                    texts.privacyNotice(),
                    texts.subject().source(),
                    texts.text().source());
        }

        Form.Texts texts() {
            return new Form.Texts(
                    title,
                    Objects.requireNonNullElse(description, ""),
                    Objects.requireNonNullElse(privacyNotice, ""),
                    new Template(subject),
                    new Template(text));
        }
    }
}
