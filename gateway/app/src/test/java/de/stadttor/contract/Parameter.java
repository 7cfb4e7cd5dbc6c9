package de.stadttor.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter or header of a contract, references already followed. */
record Parameter(Place place) {

    String name() {
        return place.text("name");
    }

    /** Where it stands: {@code path}, {@code query}, {@code header} or {@code cookie}. */
    String in() {
        return place.text("in");
    }

    boolean required() {
        return place.find("required").map(flag -> flag.node().asBoolean()).orElse(false);
    }

    /**
     * What is wrong with a value.
     *
     * @param value null when it was not sent
     */
    List<String> faults(String label, @Nullable String value, Schemas schemas) {
        if (value == null) {
            return required() ? List.of(label + " is missing") : List.of();
        }
        Place schema = place.get("schema");
        return schemas.faults(schema, Schemas.read(schema, value)).stream()
                .map(fault -> label + " '" + value + "'" + fault)
                .toList();
    }
}
