package de.stadttor.bench.chat;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;

/** An operator who takes the chats they are told to, and writes down what they hear in them. */
final class OperatorClient {

    /** As many as anybody may take. */
    static final int SEATS = 10;

    private static final String PATH = "/api/desk/v1/chats/socket";

    private final Tally tally;
    private final String state;
    private final int capacity;
    private final Sinks.Empty<Void> there = Sinks.empty();
    private volatile @Nullable Wire wire;

    private OperatorClient(Tally tally, String state, int capacity) {
        this.tally = tally;
        this.state = state;
        this.capacity = capacity;
    }

    /** Is offered nothing, and can take ten. */
    static OperatorClient silent(Tally tally) {
        return new OperatorClient(tally, "away", SEATS);
    }

    /** By whose being there a queue counts as attended; takes nothing. */
    static OperatorClient available(Tally tally) {
        return new OperatorClient(tally, "available", 1);
    }

    /** @return once it is known as what it wants to be */
    Mono<OperatorClient> arrive(HttpClient http, String url, String token) {
        return Wire.connect(http, url + PATH, this::hear)
                .doOnNext(connected -> {
                    wire = connected;
                    connected.say(Map.of("type", "authenticate", "token", token));
                })
                .then(there.asMono())
                .thenReturn(this);
    }

    void accept(String chat) {
        connection().say(Map.of("type", "accept", "chat", chat));
    }

    private Wire connection() {
        return Objects.requireNonNull(wire, "not connected");
    }

    private void hear(JsonNode frame) {
        switch (frame.path("type").asString()) {
            case "operator" -> known(frame);
            case "message" -> tally.told(Mark.inText(frame));
            case "error", "closed" -> refused(frame);
            default -> {}
        }
    }

    private void known(JsonNode frame) {
        if (frame.path("state").asString().equals(state)
                && frame.path("capacity").asInt() == capacity) {
            there.tryEmitEmpty();
        } else {
            connection().say(Map.of("type", "presence", "state", state, "capacity", capacity));
        }
    }

    private void refused(JsonNode frame) {
        there.tryEmitError(new IllegalStateException("refused: " + frame));
        System.err.println("  an operator was refused: "
                + frame.path("code").asString(frame.path("reason").asString()));
    }
}
