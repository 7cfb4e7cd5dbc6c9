package de.stadttor.contract;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.DefaultPartHttpMessageReader;
import org.springframework.http.codec.multipart.Part;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A multipart body as the JSON value that its schema speaks of: a part in JSON is its value, every other part its file
 * name, and parts of the same name are an array where the schema wants one (OpenAPI 3.1, 4.8.14.4).
 */
final class MultipartBody {

    private static final JsonMapper JSON = new JsonMapper();

    private final Place properties;

    MultipartBody(Place content) {
        this.properties = content.get("schema").get("properties");
    }

    Mono<JsonNode> read(HttpHeaders headers, byte[] body) {
        var request = MockServerHttpRequest.post("/").headers(headers).body(Flux.just(Bytes.buffer(body)));
        return new DefaultPartHttpMessageReader()
                .read(ResolvableType.forClass(Part.class), request, Map.of())
                .concatMap(part -> value(part).map(value -> Map.entry(part.name(), value)))
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue)
                .map(this::object);
    }

    private static Mono<JsonNode> value(Part part) {
        return Bytes.of(part.content())
                .map(bytes -> MediaType.APPLICATION_JSON.isCompatibleWith(
                                part.headers().getContentType())
                        ? JSON.readTree(new String(bytes, StandardCharsets.UTF_8))
                        : fileName(part));
    }

    private static JsonNode fileName(Part part) {
        String name = part.headers().getContentDisposition().getFilename();
        return JsonNodeFactory.instance.stringNode(name == null ? "" : name);
    }

    private JsonNode object(Map<String, Collection<JsonNode>> parts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        parts.forEach((name, values) -> object.set(name, isArray(name) ? array(values) : single(name, values)));
        return object;
    }

    private boolean isArray(String name) {
        return properties.find(name).map(property -> property.text("type")).stream()
                .anyMatch("array"::equals);
    }

    private static JsonNode array(Collection<JsonNode> values) {
        return JsonNodeFactory.instance.arrayNode().addAll(values);
    }

    private static JsonNode single(String name, Collection<JsonNode> values) {
        if (values.size() != 1) {
            throw new ContractViolation("part " + name, List.of("comes " + values.size() + " times"));
        }
        return values.iterator().next();
    }
}
