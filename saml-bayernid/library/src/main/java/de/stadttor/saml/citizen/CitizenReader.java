package de.stadttor.saml.citizen;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns attributes into a {@link VerifiedCitizen}, or says why that is impossible. Collects every violation instead of
 * stopping at the first; a violation names the attribute, never its value.
 */
public final class CitizenReader {

    private static final int LONGEST_VALUE = 4096;

    private final Map<CitizenAttribute, Datum<String>> data = new EnumMap<>(CitizenAttribute.class);
    private final Map<String, List<String>> others = new LinkedHashMap<>();
    private final Set<CitizenAttribute> seen = EnumSet.noneOf(CitizenAttribute.class);
    private final Set<String> violations = new TreeSet<>();

    private CitizenReader() {}

    /** What reading came to: a citizen, or the violations that prevented one. */
    public sealed interface Reading {
        record Citizen(VerifiedCitizen citizen) implements Reading {}

        record Unreadable(List<String> violations) implements Reading {}
    }

    /**
     * Reads the attributes of one verified assertion.
     *
     * @param required what must be there beyond the person key, which always must
     */
    public static Reading read(List<ReceivedAttribute> attributes, Set<CitizenAttribute> required) {
        var reader = new CitizenReader();
        attributes.forEach(reader::accept);
        required.forEach(reader::demand);
        return reader.result();
    }

    private void accept(ReceivedAttribute attribute) {
        if (attribute.values().stream().anyMatch(CitizenReader::isUnclean)) {
            violations.add("unclean-value");
            return;
        }
        CitizenAttribute.ofUrn(attribute.name())
                .ifPresentOrElse(
                        known -> acceptKnown(known, attribute),
                        () -> others.merge(attribute.name(), attribute.values(), CitizenReader::joined));
    }

    private void acceptKnown(CitizenAttribute known, ReceivedAttribute attribute) {
        List<String> values = attribute.values().stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (attribute.values().size() > 1 || !seen.add(known)) {
            violations.add("several-values:" + known);
        } else if (!values.isEmpty()) {
            data.put(known, new Datum<>(values.getFirst(), TrustLevel.of(attribute.trust())));
        }
    }

    private void demand(CitizenAttribute attribute) {
        if (!data.containsKey(attribute)) {
            violations.add("missing:" + attribute);
        }
    }

    private Reading result() {
        demand(CitizenAttribute.BPK2);
        Optional<PersonKey> key = Optional.ofNullable(data.get(CitizenAttribute.BPK2))
                .map(Datum::value)
                .filter(PersonKey::isValid)
                .map(PersonKey::new);
        if (key.isEmpty()) {
            violations.add("person-key");
        }
        if (key.isEmpty() || !violations.isEmpty()) {
            return new Reading.Unreadable(List.copyOf(violations));
        }
        return new Reading.Citizen(new VerifiedCitizen(key.get(), data, others));
    }

    /** Control characters (line breaks included) and invisible direction overrides have no place in a person's data. */
    private static boolean isUnclean(String value) {
        return value.length() > LONGEST_VALUE || value.codePoints().anyMatch(CitizenReader::isForbidden);
    }

    private static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        };
    }

    private static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
