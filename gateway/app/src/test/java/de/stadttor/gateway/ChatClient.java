package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.web.bodies.Schemas;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One end of a chat's WebSocket, as the JDK speaks it. Every frame that comes is held against the contract. */
public final class ChatClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Map<String, String> TO_CITIZEN = Map.ofEntries(
            Map.entry("opened", "Opened"),
            Map.entry("resumed", "Resumed"),
            Map.entry("waiting", "Waiting"),
            Map.entry("unattended", "Unattended"),
            Map.entry("assigned", "Assigned"),
            Map.entry("acknowledged", "Acknowledged"),
            Map.entry("message", "Written"),
            Map.entry("typing", "Typing"),
            Map.entry("read", "Read"),
            Map.entry("upload", "Upload"),
            Map.entry("transferred", "Transferred"),
            Map.entry("closed", "Closed"),
            Map.entry("rated", "Rated"),
            Map.entry("transcript", "TranscriptPromised"),
            Map.entry("authenticate", "Reauthenticate"),
            Map.entry("error", "Error"),
            Map.entry("pong", "Pong"));

    private static final Map<String, String> TO_OPERATOR = Map.ofEntries(
            Map.entry("operator", "Operator"),
            Map.entry("offered", "Offered"),
            Map.entry("withdrawn", "Withdrawn"),
            Map.entry("assigned", "DeskAssigned"),
            Map.entry("message", "DeskWritten"),
            Map.entry("acknowledged", "DeskAcknowledged"),
            Map.entry("typing", "DeskTyping"),
            Map.entry("read", "DeskRead"),
            Map.entry("transferred", "DeskTransferred"),
            Map.entry("closed", "DeskClosed"),
            Map.entry("overview", "Overview"),
            Map.entry("authenticate", "Reauthenticate"),
            Map.entry("error", "Error"),
            Map.entry("pong", "Pong"));

    private final Map<String, String> contract;
    private final Schemas schemas;
    private final List<JsonNode> frames = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> chats = new LinkedHashSet<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(null);

    private ChatClient(URI address, String origin, Map<String, String> contract, Schemas schemas) {
        this.contract = contract;
        this.schemas = schemas;
        var builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        this.socket = builder.buildAsync(address, new Listener()).join();
    }

    public static ChatClient citizen(String url, Schemas schemas) {
        return citizen(url, "", schemas);
    }

    /** @param origin of the page; empty for what is no browser */
    static ChatClient citizen(String url, String origin, Schemas schemas) {
        return new ChatClient(socket(url, "/chat/v1"), origin, TO_CITIZEN, schemas);
    }

    public static ChatClient operator(String url, Schemas schemas) {
        return operator(url, "", schemas);
    }

    static ChatClient operator(String url, String origin, Schemas schemas) {
        return new ChatClient(socket(url, "/api/desk/v1/chats/socket"), origin, TO_OPERATOR, schemas);
    }

    private static URI socket(String url, String path) {
        return URI.create(url.replaceFirst("http", "ws") + path);
    }

    public void say(Map<String, ?> frame) {
        text(JSON.writeValueAsString(frame));
    }

    public void text(String text) {
        sent = sent.thenCompose(_ -> socket.sendText(text, true));
    }

    void binary(byte[] bytes) {
        sent = sent.thenCompose(_ -> socket.sendBinary(ByteBuffer.wrap(bytes), true));
    }

    /** A control frame of the protocol, which is no frame of the chat. */
    void ping() {
        sent = sent.thenCompose(_ -> socket.sendPing(ByteBuffer.wrap(new byte[100])));
    }

    /** The next frame of a type; it is told once. */
    public JsonNode hears(String type) {
        return hears(type, _ -> true);
    }

    public JsonNode hears(String type, Predicate<JsonNode> which) {
        return Awaitility.await("hears " + type + ", has heard " + heard())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> take(type, which), found -> !found.isMissingNode());
    }

    /** What was refused, by its code. */
    void hearsError(String code) {
        assertThat(hears("error").path("code").asString()).isEqualTo(code);
    }

    private synchronized JsonNode take(String type, Predicate<JsonNode> which) {
        assertThat(faults).isEmpty();
        for (JsonNode frame : frames) {
            if (frame.path("type").asString().equals(type) && which.test(frame)) {
                frames.remove(frame);
                return frame;
            }
        }
        return MissingNode.getInstance();
    }

    /** Frames that nobody has asked for yet. */
    public synchronized List<JsonNode> heard() {
        return List.copyOf(frames);
    }

    /** What the connection was closed with. */
    public int closed() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** As if the cable were pulled. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private synchronized void add(String text) {
        JsonNode frame = JSON.readTree(text);
        String schema = contract.get(frame.path("type").asString());
        if (schema == null) {
            faults.add("unknown: " + text);
        } else {
            schemas.faults("chat.yaml#" + schema, frame).forEach(fault -> faults.add(fault + " in " + text));
        }
        if (frame.path("chat").isString()) {
            chats.add(frame.path("chat").asString());
        }
        frames.add(frame);
    }

    /** Chats that it has heard of. */
    synchronized List<String> chats() {
        return List.copyOf(chats);
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder begun = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            begun.append(data);
            if (last) {
                add(begun.toString());
                begun.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(0);
        }
    }
}
