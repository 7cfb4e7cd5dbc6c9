package de.stadttor.desk.chats;

import de.stadttor.web.sockets.Frames.Kind;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an operator's window sends, as it stands in the contract. */
sealed interface OperatorFrame {

    /** By the type that names them. */
    Map<String, Kind<? extends OperatorFrame>> KINDS = Map.ofEntries(
            Map.entry("authenticate", new Kind<>("DeskAuthenticate", Authenticate.class)),
            Map.entry("presence", new Kind<>("Presence", Presence.class)),
            Map.entry("accept", new Kind<>("Accept", Accept.class)),
            Map.entry("decline", new Kind<>("Decline", Decline.class)),
            Map.entry("message", new Kind<>("DeskWrite", Write.class)),
            Map.entry("typing", new Kind<>("DeskTyping", Typing.class)),
            Map.entry("read", new Kind<>("DeskRead", Read.class)),
            Map.entry("transfer", new Kind<>("Transfer", Transfer.class)),
            Map.entry("close", new Kind<>("DeskClose", Close.class)),
            Map.entry("watch", new Kind<>("Watch", Watch.class)),
            Map.entry("ping", new Kind<>("Ping", Ping.class)));

    /** The chat it is about; null for none. */
    default @Nullable String chat() {
        return null;
    }

    /** The client's name for it; null for what has none. */
    default @Nullable String clientId() {
        return null;
    }

    /** @param after the last positions seen, by chat */
    record Authenticate(String token, @Nullable Map<String, Long> after) implements OperatorFrame {

        Map<String, Long> seen() {
            return Objects.requireNonNullElse(after, Map.of());
        }
    }

    record Presence(String state, int capacity) implements OperatorFrame {

        static final String AVAILABLE = "available";
        static final String AWAY = "away";
    }

    record Accept(String chat) implements OperatorFrame {}

    record Decline(String chat) implements OperatorFrame {}

    record Write(String chat, String clientId, String text) implements OperatorFrame {}

    record Typing(String chat, boolean on) implements OperatorFrame {}

    record Read(String chat, long position) implements OperatorFrame {}

    record Transfer(String chat, Target to) implements OperatorFrame {}

    /** One of both. */
    record Target(@Nullable String operator, @Nullable String queue) {}

    record Close(String chat) implements OperatorFrame {}

    record Watch(@Nullable String queue) implements OperatorFrame {}

    record Ping() implements OperatorFrame {}
}
