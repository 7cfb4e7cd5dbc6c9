package de.stadttor.desk.forms;

import de.stadttor.forms.Form;
import de.stadttor.forms.Template;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that makes a version of a form, as it stands in the contract. */
record FormDefinition(
        JsonNode schema,
        JsonNode example,
        String submitLevel,
        String readLevel,
        String queue,
        int retentionDays,
        @Nullable String serviceKey,
        @Nullable OnPage page,
        Map<String, Texts> texts) {

    static FormDefinition of(Form form) {
        Map<String, Texts> texts = new TreeMap<>();
        form.texts().forEach((language, text) -> texts.put(language, Texts.of(text)));
        return new FormDefinition(
                json(form.schema()),
                json(form.example()),
                form.submitLevel().code(),
                form.readLevel().code(),
                form.queue(),
                Math.toIntExact(form.retention().toDays()),
                form.serviceKey(),
                new OnPage(
                        form.page().open(),
                        form.page().files(),
                        json(form.page().presentation())),
                texts);
    }

    /** As a form whose version is to be given yet. */
    Form form(String key) {
        return new Form(
                key,
                1,
                schema.toString(),
                example.toString(),
                new Form.Levels(AssuranceLevel.of(submitLevel), AssuranceLevel.of(readLevel)),
                queue,
                texts.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                language -> language.getValue().texts())),
                page == null ? Form.Page.NONE : page.page(),
                Duration.ofDays(retentionDays),
                serviceKey,
                null);
    }

    private static JsonNode json(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    record OnPage(
            boolean open, @Nullable Integer files, @Nullable JsonNode presentation) {

        Form.Page page() {
            return new Form.Page(
                    open, presentation == null ? "{}" : presentation.toString(), Objects.requireNonNullElse(files, 0));
        }
    }

    record Texts(
            String title,
            @Nullable String description,
            @Nullable String privacyNotice,
            String subject,
            @Nullable String text) {

        static Texts of(Form.Texts texts) {
            return new Texts(
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
                    new Template(Objects.requireNonNullElse(text, "")));
        }
    }
}
