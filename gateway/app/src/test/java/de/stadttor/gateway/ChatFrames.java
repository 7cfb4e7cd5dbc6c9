package de.stadttor.gateway;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a server tells a chat's window, as the contract has it. */
final class ChatFrames {

    static final String CHAT = "0192f5c4-7c1e-7a51-9d3e-6d1f0a2b4a01";
    static final String ACCESS = "http://localhost/fall#geheim";

    private ChatFrames() {}

    /** The first message stands at 2. */
    static Map<String, Object> opened(JsonNode open) {
        return Map.ofEntries(
                Map.entry("type", "opened"),
                Map.entry("clientId", open.path("clientId").asString()),
                Map.entry("chat", CHAT),
                Map.entry("ticketNumber", "2026-000123-7"),
                Map.entry("accessUrl", ACCESS),
                Map.entry("secret", secret(1)),
                Map.entry("position", 2),
                Map.entry("at", "2026-11-23T09:00:00Z"));
    }

    static Map<String, Object> resumed(String secret, int position) {
        return Map.of("type", "resumed", "chat", CHAT, "secret", secret, "position", position, "state", "running");
    }

    static Map<String, Object> message(int position, String from, String text) {
        return Map.ofEntries(
                Map.entry("type", "message"),
                Map.entry("position", position),
                Map.entry("from", from),
                Map.entry("text", text),
                Map.entry("at", "2026-11-23T09:00:30Z"),
                Map.entry("files", List.of()));
    }

    static Map<String, Object> acknowledged(JsonNode sent, int position) {
        return Map.of(
                "type",
                "acknowledged",
                "clientId",
                sent.path("clientId").asString(),
                "position",
                position,
                "at",
                "2026-11-23T09:00:05Z");
    }

    static Map<String, Object> error(String code) {
        return Map.of("type", "error", "code", code, "text", "Gerade nicht.");
    }

    /** The ticket for a file, which is named like the file here. */
    static Map<String, Object> upload(String clientId) {
        return Map.of("type", "upload", "clientId", clientId, "url", "/chat/v1/files", "ticket", clientId);
    }

    /** The answer to a file that is stored, as JSON. */
    static String receipt(String clientId) {
        return """
            {"clientId": "%s", "position": 3, "at": "2026-11-23T09:00:40Z"}
            """.formatted(clientId);
    }

    static String secret(int number) {
        return "Zk3vD8mQ0r2s4t6u8w0y" + number + "A";
    }
}
