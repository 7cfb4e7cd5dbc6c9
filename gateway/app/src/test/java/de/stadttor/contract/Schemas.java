package de.stadttor.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds values against the schemas of the contracts: JSON Schema 2020-12 with formats asserted. */
final class Schemas {

    private static final JsonMapper JSON = new JsonMapper();

    /** A misspelt keyword would check nothing: so unknown ones are faults, but for those of a contract's root. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getOpenApi31())
            .keywords(Stream.of(
                            "openapi",
                            "asyncapi",
                            "info",
                            "servers",
                            "security",
                            "tags",
                            "paths",
                            "channels",
                            "operations",
                            "components")
                    .map(NonValidationKeyword::new)
                    .toList())
            .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
            .build();

    private final SchemaRegistry registry = SchemaRegistry.withDialect(
            DIALECT,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> loaded = new ConcurrentHashMap<>();

    /** What is wrong with a value; each fault begins with its place in the value. */
    List<String> faults(Place schema, JsonNode value) {
        String location = "classpath:" + schema.contracts().folder() + "/" + schema;
        return loaded
                .computeIfAbsent(location, place -> registry.getSchema(SchemaLocation.of(place)))
                .validate(value)
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** What is wrong with a text that should be JSON. */
    List<String> faultsOfJson(Place schema, String text) {
        try {
            return faults(schema, JSON.readTree(text));
        } catch (JacksonException noJson) {
            return List.of("is no JSON: " + noJson.getOriginalMessage());
        }
    }

    /**
     * A value that came as text, such as a parameter, in the type that its schema asks for, where it can be read so.
     */
    static JsonNode read(Place schema, String text) {
        return switch (schema.text("type")) {
            case "integer", "number", "boolean" -> literal(text);
            default -> JsonNodeFactory.instance.stringNode(text);
        };
    }

    private static JsonNode literal(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException _) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }
}
