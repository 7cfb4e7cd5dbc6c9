package de.stadttor.gateway;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The far end of a page's sockets, in the hands of a test: it says what it likes, and hears each frame in order. */
final class Wire {

    private final Page page;
    private final Queue<JsonNode> heard = new ArrayDeque<>();
    private @Nullable WebSocketRoute socket;
    private int connections;

    /** Must be there before the page is opened. */
    Wire(Page page, String address) {
        this.page = page;
        page.routeWebSocket(address, opened -> {
            socket = opened;
            connections++;
            opened.onMessage(frame -> heard.add(JsonMapper.shared().readTree(Objects.requireNonNull(frame.text()))));
        });
    }

    /** The next frame of this type; others that came before it are dropped. */
    JsonNode hear(String type) {
        page.waitForCondition(() -> {
            while (!heard.isEmpty() && !heard.element().path("type").asString().equals(type)) {
                heard.remove();
            }
            return !heard.isEmpty();
        });
        return heard.remove();
    }

    /** Whether a frame of this type has come and was not heard yet. */
    boolean holds(String type) {
        return heard.stream().anyMatch(frame -> frame.path("type").asString().equals(type));
    }

    /** How often the page has come. */
    int connections() {
        return connections;
    }

    void say(Map<String, ?> frame) {
        Objects.requireNonNull(socket).send(JsonMapper.shared().writeValueAsString(frame));
    }

    /** As if the network were gone: the page hears of it, and comes back. */
    void cut() {
        Objects.requireNonNull(socket).close();
    }
}
