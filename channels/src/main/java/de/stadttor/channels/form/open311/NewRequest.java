package de.stadttor.channels.form.open311;

import de.stadttor.civic.CivicService;
import de.stadttor.civic.CivicService.Placing;
import de.stadttor.forms.Form;
import de.stadttor.web.Language;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request on its way in, which becomes a submission of its service's form like any other. What the form has no field
 * for stands in its text, so that nothing is lost.
 */
record NewRequest(CivicService service, Form form, Parameters given, Location location) {

    private static final int LONGEST_DESCRIPTION = 4000;

    static NewRequest of(CivicService service, Form form, Parameters given) {
        String description = given.text("description");
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            throw new GeoReportError(HttpStatus.BAD_REQUEST, "too-long", "description");
        }
        return new NewRequest(service, form, given, Location.of(given));
    }

    /** The name of the parameter that a place in the submission came from. */
    static String parameterAt(String pointer) {
        return pointer.startsWith("/fields/")
                ? "attribute[" + pointer.substring("/fields/".length()) + "]"
                : pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** @param id that the submission shall have */
    byte[] submission(String id, Language language) {
        ObjectNode submission = JsonNodeFactory.instance.objectNode();
        submission.put("form", form.key());
        submission.put("formVersion", form.version());
        submission.put("submissionId", id);
        submission.set("citizen", citizen());
        submission.put("language", language.code());
        submission.set("fields", fields());
        submission.put("text", text());
        return submission.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode citizen() {
        ObjectNode citizen = JsonNodeFactory.instance.objectNode();
        String name = Stream.of(given.text("first_name"), given.text("last_name"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        putIfThere(citizen, "name", name.isEmpty() ? null : name);
        putIfThere(citizen, "email", given.text("email"));
        return citizen;
    }

    private static void putIfThere(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private ObjectNode fields() {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        Map<String, Attribute> known = Attribute.of(form, service.placing()).stream()
                .collect(Collectors.toMap(Attribute::code, Function.identity()));
        given.attributes().forEach((code, values) -> {
            Attribute attribute = known.get(code);
            if (attribute == null) {
                throw new GeoReportError(HttpStatus.BAD_REQUEST, "wrong", "attribute[" + code + "]");
            }
            fields.set(code, attribute.value(values));
        });
        Placing placing = service.placing();
        if (placing.address() != null) {
            fields.put(placing.address(), location.address() == null ? location.line() : location.address());
        }
        if (placing.latitude() != null && placing.longitude() != null && takes(placing.latitude())) {
            fields.put(placing.latitude(), location.latitude());
            fields.put(placing.longitude(), location.longitude());
        }
        return fields;
    }

    /** The form may have been made without that field, and there may be nothing to put into it. */
    private boolean takes(String field) {
        JsonNode schema = StrictJson.read(form.schema().getBytes(StandardCharsets.UTF_8));
        return location.latitude() != null && schema.path("properties").has(field);
    }

    /** What was said, and below it what the form has no field for. */
    private String text() {
        String said = given.text("description");
        Collection<String> lines = Stream.of(
                        line("Ort", location.line()),
                        line("Telefon", given.text("phone")),
                        line("Bild", given.text("media_url")))
                .flatMap(List::stream)
                .toList();
        return Stream.concat(Stream.ofNullable(said).map(text -> text + "\n"), lines.stream())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> line(String label, @Nullable String value) {
        return value == null ? List.of() : List.of(label + ": " + value.replaceAll("\\s+", " "));
    }
}
