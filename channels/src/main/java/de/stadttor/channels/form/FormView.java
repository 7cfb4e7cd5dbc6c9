package de.stadttor.channels.form;

import de.stadttor.forms.Form;
import de.stadttor.web.Language;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** A form as clients see it. */
record FormView(
        String form,
        int version,
        String title,
        String submitLevel,
        String readLevel,
        String queue,
        JsonNode schema,
        JsonNode example) {

    static FormView of(Form form, Language language) {
        return new FormView(
                form.key(),
                form.version(),
                form.texts(language.code()).title(),
                form.submitLevel().code(),
                form.readLevel().code(),
                form.queue(),
                json(form.schema()),
                json(form.example()));
    }

    private static JsonNode json(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
