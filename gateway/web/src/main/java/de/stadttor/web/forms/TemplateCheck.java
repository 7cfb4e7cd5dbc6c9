package de.stadttor.web.forms;

import de.stadttor.forms.Form;
import de.stadttor.forms.Template;
import de.stadttor.refusal.Refusal.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Texts speak only of fields that there are: a misspelt place would stay empty for ever. */
final class TemplateCheck {

    private TemplateCheck() {}

    static List<Fault> faults(Map<String, Form.Texts> texts, FieldTree fields) {
        return texts.entrySet().stream()
                .flatMap(language -> Stream.concat(
                        faults(language.getValue().subject(), "/texts/" + language.getKey() + "/subject", fields),
                        faults(language.getValue().text(), "/texts/" + language.getKey() + "/text", fields)))
                .toList();
    }

    private static Stream<Fault> faults(Template template, String pointer, FieldTree fields) {
        return template.places().stream()
                .filter(place -> !fields.reaches(place))
                .map(_ -> new Fault(pointer, "no-such-field", ""))
                .limit(1);
    }
}
