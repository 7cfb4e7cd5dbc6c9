package de.stadttor.channels.chat;

import de.stadttor.web.sockets.Frames.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a citizen's window sends, as it stands in the contract. */
sealed interface CitizenFrame {

    /** By the type that names them. */
    Map<String, Kind<? extends CitizenFrame>> KINDS = Map.ofEntries(
            Map.entry("open", new Kind<>("Open", Open.class)),
            Map.entry("resume", new Kind<>("Resume", Resume.class)),
            Map.entry("keep", new Kind<>("Keep", Keep.class)),
            Map.entry("authenticate", new Kind<>("Authenticate", Authenticate.class)),
            Map.entry("message", new Kind<>("Write", Write.class)),
            Map.entry("typing", new Kind<>("Typing", Typing.class)),
            Map.entry("read", new Kind<>("Read", Read.class)),
            Map.entry("file", new Kind<>("File", File.class)),
            Map.entry("close", new Kind<>("Close", Close.class)),
            Map.entry("rate", new Kind<>("Rate", Rate.class)),
            Map.entry("transcript", new Kind<>("Transcript", Transcript.class)),
            Map.entry("ping", new Kind<>("Ping", Ping.class)));

    /** The client's name for it; null for what has none. */
    default @Nullable String clientId() {
        return null;
    }

    record Open(
            String clientId,
            String queue,
            @Nullable String language,
            @Nullable String name,
            @Nullable String email,
            @Nullable String subject,
            String text,
            @Nullable String proof,
            @Nullable String token)
            implements CitizenFrame {}

    record Resume(
            String chat,
            String secret,
            long after,
            @Nullable String token) implements CitizenFrame {}

    record Keep() implements CitizenFrame {}

    record Authenticate(String token) implements CitizenFrame {}

    record Write(String clientId, String text) implements CitizenFrame {}

    record Typing(boolean on) implements CitizenFrame {}

    record Read(long position) implements CitizenFrame {}

    record File(String clientId, String name, String mediaType, long size) implements CitizenFrame {}

    record Close() implements CitizenFrame {}

    record Rate(int stars, @Nullable String comment) implements CitizenFrame {}

    record Transcript() implements CitizenFrame {}

    record Ping() implements CitizenFrame {}
}
