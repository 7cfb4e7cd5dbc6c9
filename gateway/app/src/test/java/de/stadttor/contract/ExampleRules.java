package de.stadttor.contract;

import java.util.List;
import java.util.stream.Stream;

/** Examples are what people copy: so each satisfies the schema that it stands beside. */
final class ExampleRules {

    private ExampleRules() {}

    static Stream<String> areValid(Place document) {
        Schemas schemas = new Schemas();
        return Stream.of(sentOverSockets(document, schemas), sentOverHttp(document, schemas))
                .flatMap(faults -> faults);
    }

    /** Each message of AsyncAPI has an example, and its examples satisfy its payload. */
    private static Stream<String> sentOverSockets(Place document, Schemas schemas) {
        return Walk.through(document)
                .filter(place ->
                        place.parentName().equals("messages") && place.node().has("payload"))
                .flatMap(message -> {
                    List<Place> examples = message.find("examples").stream()
                            .flatMap(Place::children)
                            .toList();
                    return examples.isEmpty()
                            ? Stream.of(message + ": has no example")
                            : examples.stream()
                                    .flatMap(
                                            example -> faults(message.get("payload"), example.get("payload"), schemas));
                });
    }

    private static Stream<String> sentOverHttp(Place document, Schemas schemas) {
        return Stream.concat(
                Walk.through(document)
                        .filter(place ->
                                place.node().has("schema") && !place.name().equals("properties"))
                        .flatMap(place ->
                                examples(place).flatMap(example -> faults(place.get("schema"), example, schemas))),
                Walk.through(document)
                        .filter(place -> place.node().has("type"))
                        .flatMap(schema -> values(schema).flatMap(value -> faults(schema, value, schemas))));
    }

    /** The examples of a media type, parameter or header. */
    private static Stream<Place> examples(Place place) {
        return Stream.concat(
                place.find("example").stream(),
                place.find("examples").stream().flatMap(Place::children).map(example -> example.get("value")));
    }

    /** The examples and the default of a schema. */
    private static Stream<Place> values(Place schema) {
        return schema.parentName().equals("schemas") || schema.parentName().equals("properties")
                ? Stream.concat(
                        schema.find("default").stream(),
                        schema.find("examples").stream().flatMap(Place::children))
                : schema.find("default").stream();
    }

    private static Stream<String> faults(Place schema, Place example, Schemas schemas) {
        return schemas.faults(schema, example.node()).stream().map(fault -> example + fault);
    }
}
