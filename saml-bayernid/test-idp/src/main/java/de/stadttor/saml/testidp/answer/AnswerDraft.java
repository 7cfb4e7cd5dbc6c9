package de.stadttor.saml.testidp.answer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The values of an answer before any XML is made of them.
 *
 * @param data what is delivered about the person, in this order
 */
public record AnswerDraft(Map<Field, String> values, List<Datum> data) {

    public AnswerDraft {
        values = Map.copyOf(values);
        data = List.copyOf(data);
    }

    /** The value of a field; empty if it was left out. */
    public String value(Field field) {
        return values.getOrDefault(field, "");
    }

    public AnswerDraft with(Field field, String value) {
        var changed = new EnumMap<>(values);
        changed.put(field, value);
        return new AnswerDraft(changed, data);
    }

    public AnswerDraft plus(Datum datum) {
        var more = new ArrayList<>(data);
        more.add(datum);
        return new AnswerDraft(values, more);
    }

    public AnswerDraft without(String name) {
        return new AnswerDraft(
                values, data.stream().filter(each -> !each.name().equals(name)).toList());
    }

    /** Changes the value of the named datum. */
    public AnswerDraft changing(String name, UnaryOperator<String> change) {
        return new AnswerDraft(
                values,
                data.stream()
                        .map(each -> each.name().equals(name)
                                ? new Datum(name, change.apply(each.value()), each.trust())
                                : each)
                        .toList());
    }
}
