package de.stadttor.channels.form.page;

import de.stadttor.forms.Form;
import de.stadttor.people.Citizen;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A form as its page draws it.
 *
 * @param texts by language
 * @param visitor who is logged in; null for anybody
 * @param loginUrl where a login that would do begins
 */
record DefinitionView(
        String form,
        int version,
        String submitLevel,
        JsonNode schema,
        JsonNode presentation,
        Files files,
        Map<String, FormTexts> texts,
        @Nullable VisitorView visitor,
        String loginUrl) {

    /** @param bodyLimit most bytes of a whole submission */
    static DefinitionView of(Form form, @Nullable Citizen visitor, long bodyLimit, String loginUrl) {
        return new DefinitionView(
                form.key(),
                form.version(),
                form.submitLevel().code(),
                json(form.schema()),
                json(form.page().presentation()),
                new Files(form.page().files(), bodyLimit),
                form.texts().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, text -> FormTexts.of(text.getValue()))),
                visitor == null
                        ? null
                        : new VisitorView(visitor.name(), visitor.level().code()),
                loginUrl);
    }

    private static JsonNode json(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param bytes of everything together */
    record Files(int most, long bytes) {}

    record VisitorView(@Nullable String name, String assuranceLevel) {}

    record FormTexts(
            String title,
            @Nullable String description,
            @Nullable String privacyNotice) {

        static FormTexts of(Form.Texts texts) {
            return new FormTexts(texts.title(), filled(texts.description()), filled(texts.privacyNotice()));
        }

        private static @Nullable String filled(String text) {
            return text.isBlank() ? null : text;
        }
    }
}
