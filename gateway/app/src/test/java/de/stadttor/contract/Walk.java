package de.stadttor.contract;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Goes through a contract from top to bottom, past everything that is a value and no part of the contract's language.
 */
final class Walk {

    private static final Set<String> VALUES = Set.of("example", "examples", "const", "enum", "default");
    private static final Set<String> NAMED_FREELY = Set.of("properties", "schemas", "responses");

    private Walk() {}

    /** A place and all that is below it, values included. */
    static Stream<Place> everything(Place place) {
        return Stream.concat(Stream.of(place), place.children().flatMap(Walk::everything));
    }

    /** A place and all that is below it, values left out; references are not followed. */
    static Stream<Place> through(Place place) {
        return Stream.concat(
                Stream.of(place),
                place.children()
                        .filter(child -> !VALUES.contains(child.name()) || NAMED_FREELY.contains(place.name()))
                        .flatMap(Walk::through));
    }

    /** The schemas that stand on their own: those of components, parameters, headers and media types. */
    static Stream<Place> schemas(Place document) {
        return through(document)
                .filter(place -> place.parentName().equals("schemas")
                        || place.name().equals("schema") && !place.parentName().equals("properties"));
    }

    /** The properties that schemas define. */
    static Stream<Place> properties(Place document) {
        return through(document).filter(place -> place.parentName().equals("properties"));
    }
}
