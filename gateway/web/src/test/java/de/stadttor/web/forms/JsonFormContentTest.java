package de.stadttor.web.forms;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.forms.Form;
import de.stadttor.forms.Template;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.web.bodies.TestSchemas;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile and clumsy forms, and the place of each fault. */
class JsonFormContentTest {

    private static final String PLAIN = """
        {"type": "object", "required": ["ort"], "additionalProperties": false, "properties": {
          "ort": {"type": "string", "maxLength": 20},
          "art": {"enum": ["Wespen", "Bienen"]},
          "halter": {"$ref": "#/$defs/person"}},
         "$defs": {"person": {"type": "object", "properties": {"name": {"type": "string"}}}}}
        """;

    private final JsonFormContent content = new JsonFormContent(TestSchemas.schemas());

    @Test
    void findsNothingWrongWithASoundForm() {
        assertThat(faults(PLAIN, "{\"ort\": \"Hof\", \"halter\": {\"name\": \"Erika\"}}", "{ort} {halter.name}", """
            {"contact": "none", "sections": [{"fields": ["art", "halter.name", "ort"]}],
             "fields": {"art": {"options": {"Wespen": {"de": "Wespen"}}}}}
            """))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"type": "string"}                               | /schema no-object
        {"type": "object", "required": "ort"}            | /schema/required type
        {"$id": "https://example.org/"}                  | /schema/$id unknown-keyword
        {"$schema": "http://json-schema.org/draft-07/s"} | /schema/$schema other-dialect
        {"properties": {"__proto__": {}}}                | /schema/properties/__proto__ bad-name
        {"patternProperties": {"(?=x)": {}}}             | /schema/patternProperties/(?=x) unusable-pattern
        {"$ref": "https://example.org/schema"}           | /schema/$ref remote-reference
        {"$ref": "file:///etc/passwd"}                   | /schema/$ref remote-reference
        {"$ref": "#anchor"}                              | /schema/$ref remote-reference
        {"$ref": "#/$defs/nobody"}                       | /schema/$ref unknown-reference
        {"$ref": "#/properties"}                         | /schema/$ref unknown-reference
        {"allOf": [{"$ref": "#/allOf/0"}]}               | /schema/allOf/0 circular-reference
        {"$dynamicRef": "#b"}                            | /schema/$dynamicRef unknown-keyword
        {"maxlength": 5}                                 | /schema/maxlength unknown-keyword
        {"pattern": "(?=x)"}                             | /schema/pattern unusable-pattern
        {"pattern": "((a{99}){99}){99}"}                 | /schema/pattern unusable-pattern
        {"format": "regex"}                              | /schema/format unknown-format
        """)
    void refusesASchemaThatCannotBeAForms(String schema, String fault) {
        String object = schema.contains("\"type\"") ? "{" : "{\"type\": \"object\", ";
        String properties = schema.contains("\"properties\"") ? object : object + "\"properties\": {}, ";
        assertThat(faults(properties + schema.substring(1), "{}", "Nest", "{}")).contains(fault);
    }

    @Test
    void refusesASchemaThatIsTooDeep() {
        String deep = "{\"items\":".repeat(21) + "{}" + "}".repeat(21);
        assertThat(faults("{\"type\":\"object\",\"properties\":{\"a\":" + deep + "}}", "{}", "Nest", "{}"))
                .singleElement()
                .asString()
                .endsWith("too-deep");
    }

    @Test
    void refusesFewLinesThatAskForEver() {
        String laughs = IntStream.range(0, 30)
                .mapToObj(i -> "\"d%1$d\": {\"allOf\": [{\"$ref\": \"#/$defs/d%2$d\"}, {\"$ref\": \"#/$defs/d%2$d\"}]}"
                        .formatted(i, i + 1))
                .collect(Collectors.joining(","));
        assertThat(faults(
                        "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/d0\"}},\"$defs\":{" + laughs
                                + ",\"d30\":{}}}",
                        "{}",
                        "Nest",
                        "{}"))
                .containsExactly("/schema too-large");
    }

    @Test
    void refusesTooManyFieldsAndTooMuchText() {
        String many = IntStream.rangeClosed(0, 200)
                .mapToObj(i -> "\"f" + i + "\":{}")
                .collect(Collectors.joining(",", "{\"type\":\"object\",\"properties\":{", "}}"));
        assertThat(faults(many, "{}", "Nest", "{}")).containsExactly("/schema/properties too-many-fields");
        assertThat(faults(PLAIN, "{\"ort\":\"" + "x".repeat(70_000) + "\"}", "Nest", "{}"))
                .containsExactly("/example too-long");
    }

    @Test
    void refusesAnExampleThatIsNotValid() {
        assertThat(faults(PLAIN, "{\"ort\": 5, \"stadt\": \"x\"}", "Nest", "{}"))
                .containsExactlyInAnyOrder("/example/ort type", "/example/stadt additionalProperties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{orr}", "{ort.name}", "{halter.alter}", "{art} {x.y.z}"})
    void refusesTextsThatSpeakOfNothing(String subject) {
        assertThat(faults(PLAIN, "{\"ort\": \"Hof\"}", subject, "{}"))
                .containsExactly("/texts/de/subject no-such-field");
    }

    @Test
    void refusesAPresentationOfOtherFields() {
        assertThat(faults(PLAIN, "{\"ort\": \"Hof\"}", "Nest", """
            {"sections": [{"fields": ["ort", "stadt"]}, {"fields": ["ort"]}],
             "fields": {"strasse": {}, "art": {"options": {"Hornissen": {"de": "Hornissen"}}}}}
            """))
                .containsExactlyInAnyOrder(
                        "/page/presentation/fields/strasse no-such-field",
                        "/page/presentation/fields/art/options/Hornissen unknown-option",
                        "/page/presentation/sections/0/fields/1 no-such-field",
                        "/page/presentation/sections/1/fields/0 placed-twice");
    }

    private List<String> faults(String schema, String example, String subject, String presentation) {
        var form = new Form(
                "nest",
                1,
                schema,
                example,
                new Form.Levels(AssuranceLevel.BASIC, AssuranceLevel.BASIC),
                "umwelt",
                Map.of("de", new Form.Texts("Nest", "", "", new Template(subject), new Template(""))),
                new Form.Page(true, presentation, 0),
                Duration.ofDays(1),
                null,
                null);
        return content.faults(form).stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }
}
