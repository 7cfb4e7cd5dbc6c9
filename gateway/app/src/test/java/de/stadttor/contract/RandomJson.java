package de.stadttor.contract;

import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as a schema asks for them, at and beside its bounds; now and then something else altogether. */
final class RandomJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;

    private final Random random;
    private final RandomText text;

    RandomJson(Random random, RandomText text) {
        this.random = random;
        this.text = text;
    }

    /** @param strange how many values of a hundred pay no heed to the schema */
    JsonNode value(Place schema, int strange) {
        return value(schema, strange, 0);
    }

    private JsonNode value(Place reference, int strange, int depth) {
        Place schema = reference.followed();
        if (random.nextInt(100) < strange || depth > DEEPEST) {
            return anything(depth);
        }
        return schema.find("const")
                .map(Place::node)
                .or(() -> schema.find("enum").map(values -> oneOf(values.node())))
                .orElseGet(() -> composed(schema, strange, depth));
    }

    private JsonNode composed(Place schema, int strange, int depth) {
        for (String keyword : List.of("oneOf", "anyOf", "allOf")) {
            var options = schema.find(keyword).map(place -> place.children().toList());
            if (options.isPresent() && !options.get().isEmpty()) {
                return value(options.get().get(random.nextInt(options.get().size())), strange, depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, strange, depth);
            case "array" -> array(schema, strange, depth);
            case "integer" -> NODES.numberNode(number(schema));
            case "number" -> NODES.numberNode(number(schema) / 10.0);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> NODES.stringNode(text.of(schema));
        };
    }

    private String type(Place schema) {
        JsonNode type = schema.node().path("type");
        return type.isArray()
                ? oneOf(type).asString()
                : type.asString(schema.find("properties").isPresent() ? "object" : "string");
    }

    private ObjectNode object(Place schema, int strange, int depth) {
        ObjectNode object = NODES.objectNode();
        schema.find("properties").stream()
                .flatMap(Place::children)
                .filter(_ -> random.nextInt(100) < 85)
                .forEach(property -> object.set(property.name(), value(property, strange, depth + 1)));
        if (random.nextInt(100) < strange) {
            object.set(text.hostile(), anything(depth));
        }
        return object;
    }

    private ArrayNode array(Place schema, int strange, int depth) {
        ArrayNode array = NODES.arrayNode();
        int length = random.nextInt(4);
        for (int index = 0; index < length; index++) {
            array.add(schema.find("items")
                    .map(items -> value(items, strange, depth + 1))
                    .orElseGet(() -> anything(depth)));
        }
        return array;
    }

    private long number(Place schema) {
        long least = schema.find("minimum").map(bound -> bound.node().asLong()).orElse(-1000L);
        long most = schema.find("maximum").map(bound -> bound.node().asLong()).orElse(1000L);
        return switch (random.nextInt(6)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> least - 1;
            case 3 -> most + 1;
            default -> random.nextLong(least, most + 1);
        };
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > DEEPEST ? 7 : 9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextGaussian() * 1e300);
            case 4, 5, 6 -> NODES.stringNode(text.hostile());
            case 7 -> NODES.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
            default -> NODES.objectNode().set(text.hostile(), anything(depth + 1));
        };
    }

    private JsonNode oneOf(JsonNode values) {
        var all = StreamSupport.stream(values.spliterator(), false).toList();
        return all.get(random.nextInt(all.size()));
    }
}
