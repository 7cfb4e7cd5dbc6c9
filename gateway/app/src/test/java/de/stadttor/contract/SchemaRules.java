package de.stadttor.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/** Rules for schemas. */
final class SchemaRules {

    private static final Schema JSON_SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    private SchemaRules() {}

    /** Each schema satisfies the meta-schema and has no keyword that is unknown, such as a misspelt one. */
    static Stream<String> areJsonSchema(Place document) {
        Schemas schemas = new Schemas();
        return Walk.schemas(document)
                .flatMap(schema -> Stream.concat(
                        JSON_SCHEMA.validate(schema.node()).stream().map(error -> schema + error.toString()),
                        unknownKeywords(schema, schemas)));
    }

    private static Stream<String> unknownKeywords(Place schema, Schemas schemas) {
        try {
            schemas.faults(schema, JsonNodeFactory.instance.objectNode());
            return Stream.empty();
        } catch (SchemaException unknown) {
            return Stream.of(schema + ": " + unknown.getMessage());
        }
    }

    /** A property that gives a type says what it means; one that only narrows another need not. */
    static Stream<String> propertiesAreDescribed(Place document) {
        return Walk.properties(document)
                .filter(property ->
                        property.node().has("type") || property.node().has("oneOf"))
                .filter(property -> property.pointer().toString().matches("(?!.*/(if|then|else)/).*"))
                .filter(property -> property.text("description").isBlank())
                .map(property -> property + ": is not described");
    }
}
