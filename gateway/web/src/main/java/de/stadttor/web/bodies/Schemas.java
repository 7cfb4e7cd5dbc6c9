package de.stadttor.web.bodies;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import de.stadttor.refusal.Refusal.Fault;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * JSON Schemas (2020-12): those of our contracts, and those that forms bring along. The latter may refer to nothing
 * outside themselves.
 */
@Component
public final class Schemas {

    private static final String CONTRACTS = "classpath:/openapi/";
    private static final SchemaLocation META = SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId());
    private static final Set<String> NAMED_PROPERTY =
            Set.of("required", "additionalProperties", "unevaluatedProperties");
    private static final SchemaRegistryConfig CONFIG =
            SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();

    private static final SchemaRegistryConfig LINEAR = SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .regularExpressionFactory(new LinearPatterns())
            .build();

    private final SchemaRegistry contracts = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(CONFIG));
    private final SchemaRegistry forms = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(LINEAR)
                    .schemaLoader(loader -> loader.resourceLoaders(loaders -> loaders.values(List::clear))));
    private final ConcurrentHashMap<String, Schema> contractSchemas = new ConcurrentHashMap<>();

    /** @param name file and schema, such as {@code citizen.yaml#NewMessage} */
    public List<Fault> faults(String name, JsonNode value) {
        return faults(contractSchemas.computeIfAbsent(name, this::load).validate(value), "");
    }

    /**
     * Reads a schema of a contract before the first request needs it: files block, and a wrong name shall fail early.
     */
    public void require(String name) {
        contractSchemas.computeIfAbsent(name, this::load).initializeValidators();
    }

    /** A schema that a form brought along. */
    public Schema ofForm(String json) {
        return forms.getSchema(json, InputFormat.JSON);
    }

    /** What keeps {@code schema} from being one of JSON Schema 2020-12. */
    public List<Fault> faultsOfSchema(JsonNode schema, String pointer) {
        return faults(contracts.getSchema(META).validate(schema), pointer);
    }

    /** @param pointer where the value stands in the body */
    public static List<Fault> faults(Schema schema, JsonNode value, String pointer) {
        return faults(schema.validate(value), pointer);
    }

    private Schema load(String name) {
        return contracts.getSchema(SchemaLocation.of(CONTRACTS + name.replace("#", "#/components/schemas/")));
    }

    private static List<Fault> faults(List<Error> errors, String base) {
        return errors.stream().map(error -> fault(error, base)).distinct().toList();
    }

    private static Fault fault(Error error, String base) {
        String place = base + error.getInstanceLocation();
        String property = error.getProperty();
        boolean named = property != null && NAMED_PROPERTY.contains(error.getKeyword());
        return new Fault(named ? place + "/" + StrictJson.escape(property) : place, error.getKeyword(), "");
    }
}
