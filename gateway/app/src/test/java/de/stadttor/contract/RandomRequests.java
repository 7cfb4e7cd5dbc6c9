package de.stadttor.contract;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to the operations of our contracts, right, nearly right and wrong, the same for the same seed. */
final class RandomRequests {

    private static final String MAIL = "message/rfc822";
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json; charset=iso-8859-1",
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "multipart/form-data; boundary=b",
            "application/problem+json",
            "*/*",
            "");

    private final Random random;
    private final RandomText text;
    private final RandomJson json;
    private final List<Operation> operations;
    private final Map<String, List<String>> tokens;

    /** @param tokens of callers, by the path of the API that they are for */
    RandomRequests(Random random, RandomText text, List<Operation> operations, Map<String, List<String>> tokens) {
        this.random = random;
        this.text = text;
        this.json = new RandomJson(random, text);
        this.operations = List.copyOf(operations);
        this.tokens = Map.copyOf(tokens);
    }

    Request next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        var headers = new HttpHeaders();
        authorize(headers, operation.path().getPatternString());
        operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("header") && random.nextInt(3) > 0)
                .forEach(parameter -> headers.set(parameter.name(), printable(value(parameter))));
        byte[] body = operation.requestBody().map(place -> body(place, headers)).orElse(null);
        return new Request(operation.method(), URI.create(path(operation) + query(operation)), headers, body);
    }

    private void authorize(HttpHeaders headers, String path) {
        boolean astray = random.nextInt(20) == 0;
        List<String> fitting = tokens.entrySet().stream()
                .filter(api -> path.startsWith(api.getKey()) != astray)
                .flatMap(api -> api.getValue().stream())
                .sorted()
                .toList();
        int choice = random.nextInt(20);
        if (choice == 0) {
            headers.set(HttpHeaders.AUTHORIZATION, printable(text.hostile()));
        } else if (choice == 1) {
            headers.setBearerAuth(fitting.getFirst() + "x");
        } else if (choice > 2) {
            headers.setBearerAuth(fitting.get(random.nextInt(fitting.size())));
        }
    }

    private String path(Operation operation) {
        String path = operation.path().getPatternString();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", encoded(value(parameter)));
            }
        }
        return path;
    }

    private String query(Operation operation) {
        String query = operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && random.nextInt(3) == 0)
                .map(parameter -> parameter.name() + "=" + encoded(value(parameter)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private String value(Parameter parameter) {
        return random.nextInt(8) == 0
                ? text.hostile()
                : json.value(parameter.place().get("schema"), 5).asString("");
    }

    private byte[] body(Place promised, HttpHeaders headers) {
        Optional<Place> mail = promised.get("content").find(MAIL);
        headers.set(
                HttpHeaders.CONTENT_TYPE,
                random.nextInt(12) == 0
                        ? MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size()))
                        : mail.isPresent() ? MAIL : "application/json");
        return damaged(mail.map(this::mail)
                .orElseGet(() ->
                        json(promised.get("content").find("application/json").orElseThrow())));
    }

    /** The example, with a field and a text that nobody expects. */
    private String mail(Place content) {
        return text.hostile() + ": " + text.hostile() + "\r\n" + content.text("example") + text.hostile();
    }

    private String json(Place content) {
        JsonNode value = content.find("example")
                .filter(_ -> random.nextInt(3) > 0)
                .map(example -> mutated(example.node(), content.get("schema")))
                .orElseGet(() -> json.value(content.get("schema"), 3));
        return JSON.writeValueAsString(value);
    }

    /** An example, some of whose properties came from the generator. */
    private JsonNode mutated(JsonNode example, Place schema) {
        JsonNode other = json.value(schema, 10);
        JsonNode copy = example.deepCopy();
        if (copy.isObject() && other.isObject()) {
            other.properties().stream()
                    .filter(_ -> random.nextInt(4) == 0)
                    .forEach(property -> copy.asObject().set(property.getKey(), property.getValue()));
        }
        return copy;
    }

    private byte[] damaged(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        switch (random.nextInt(25)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            case 2 -> bytes = ("[".repeat(20_000) + body).getBytes(StandardCharsets.UTF_8);
            case 3 -> bytes = (body + body).getBytes(StandardCharsets.UTF_8);
            case 4 -> bytes = ("\ufeff" + body).getBytes(StandardCharsets.UTF_8);
            default -> {}
        }
        return bytes;
    }

    /** Short enough for a request line; a longer one is refused before there is HTTP to answer in. */
    private static String encoded(String value) {
        return URLEncoder.encode(shortened(value), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A header that a client library lets through. */
    private static String printable(String value) {
        return shortened(value).replaceAll("[^\\x20-\\x7e]", "?").strip();
    }

    private static String shortened(String value) {
        return value.substring(0, Math.min(value.length(), 500));
    }

    /** @param body null for none */
    record Request(HttpMethod method, URI uri, HttpHeaders headers, byte @Nullable [] body) {

        @Override
        public String toString() {
            String sent = body == null ? "" : new String(body, StandardCharsets.UTF_8);
            return method + " " + uri + " " + headers.toString().replaceAll("eyJ[^\"]+", "…") + " " + shortened(sent);
        }
    }
}
