package de.stadttor.gateway;

import de.stadttor.web.bodies.Schemas;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Steps that tests of the chat take. */
public final class ChatScene {

    static final String QUEUE = "buergerbuero";

    private final WebTestClient stranger;
    private final UnaryOperator<String> tokens;
    private final String url;
    private final Schemas schemas;

    ChatScene(Clients clients, Schemas schemas) {
        this(clients.anybody(), clients::token, clients.url(), schemas);
    }

    /**
     * @param tokens of personas
     * @param url of the node that is talked to
     */
    public ChatScene(WebTestClient stranger, UnaryOperator<String> tokens, String url, Schemas schemas) {
        this.stranger = stranger;
        this.tokens = tokens;
        this.url = url;
        this.schemas = schemas;
    }

    public ChatClient citizen() {
        return ChatClient.citizen(url, schemas);
    }

    public ChatClient citizen(String origin) {
        return ChatClient.citizen(url, origin, schemas);
    }

    /** Who is at work, and takes no chat that is offered: tests take the ones that they mean. */
    public ChatClient operator(String persona) {
        ChatClient operator = ChatClient.operator(url, schemas);
        operator.say(Map.of("type", "authenticate", "token", tokens.apply(persona)));
        operator.hears("operator");
        operator.say(Map.of("type", "presence", "state", "available", "capacity", 10));
        operator.hears("operator", known -> known.path("state").asString().equals("available"));
        return operator;
    }

    /** Goes home, and leaves no chat behind that takes a seat in the next test. */
    public static void leaves(ChatClient operator) {
        operator.chats().forEach(chat -> {
            operator.say(Map.of("type", "accept", "chat", chat));
            operator.say(Map.of("type", "close", "chat", chat));
        });
        operator.say(Map.of("type", "presence", "state", "away", "capacity", 3));
        operator.hears("operator", known -> known.path("state").asString().equals("away"));
        operator.close();
    }

    /** With new work done for it. */
    public Map<String, Object> opening(String text) {
        return new HashMap<>(Map.of(
                "type",
                "open",
                "clientId",
                UUID.randomUUID().toString(),
                "queue",
                QUEUE,
                "language",
                "de",
                "text",
                text,
                "proof",
                new Visitor(stranger).workForChat()));
    }

    /** A chat that both sides are in. */
    public JsonNode opened(ChatClient citizen, ChatClient operator, String text) {
        citizen.say(opening(text));
        JsonNode opened = citizen.hears("opened");
        operator.say(Map.of("type", "accept", "chat", opened.path("chat").asString()));
        operator.hears("assigned", of(opened));
        citizen.hears("assigned");
        return opened;
    }

    public static Predicate<JsonNode> of(JsonNode opened) {
        return frame -> frame.path("chat").equals(opened.path("chat"));
    }

    public static Predicate<JsonNode> saying(String text) {
        return frame -> frame.path("text").asString("").equals(text);
    }

    public static Map<String, Object> message(String clientId, String text) {
        return Map.of("type", "message", "clientId", clientId, "text", text);
    }

    public static Map<String, Object> answer(JsonNode opened, String clientId, String text) {
        return Map.of("type", "message", "chat", opened.path("chat").asString(), "clientId", clientId, "text", text);
    }

    public static Map<String, Object> resume(JsonNode opened, String secret, long after) {
        return Map.of("type", "resume", "chat", opened.path("chat").asString(), "secret", secret, "after", after);
    }

    public static Map<String, Object> of(String type, JsonNode opened) {
        return Map.of("type", type, "chat", opened.path("chat").asString());
    }
}
