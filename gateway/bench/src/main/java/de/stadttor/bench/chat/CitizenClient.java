package de.stadttor.bench.chat;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;

/** One chat as its citizen has it. */
final class CitizenClient {

    private static final long NANOS_PER_MICRO = 1_000;

    private final int number;
    private final Tally tally;
    private final Consumer<String> opened;
    private final Sinks.Empty<Void> begun = Sinks.empty();
    private final Map<String, Long> unanswered = new ConcurrentHashMap<>();
    private @Nullable Wire wire;
    private int written;
    private int answered;
    private long position;

    /** @param opened gets the chat's id, so that somebody takes it */
    CitizenClient(int number, Tally tally, Consumer<String> opened) {
        this.number = number;
        this.tally = tally;
        this.opened = opened;
    }

    /**
     * Connects and begins a chat.
     *
     * @param opening the first frame
     * @return once somebody has taken it
     */
    Mono<CitizenClient> begin(HttpClient http, String url, Map<String, Object> opening) {
        return Wire.connect(http, url, this::hear)
                .doOnNext(connected -> {
                    wire = connected;
                    connected.say(opening);
                })
                .then(begun.asMono())
                .thenReturn(this);
    }

    /**
     * Writes the next message; by one thread at a time.
     *
     * @param due when it should be written, as {@link System#nanoTime()}
     */
    void write(long due) {
        written++;
        var mark = new Mark(number, written);
        unanswered.put(mark.toString(), due);
        tally.sent();
        connection().say(Map.of("type", "message", "clientId", mark.toString(), "text", mark.text()));
    }

    /** Whether the connection has ended, which nobody wants here. */
    boolean isGone() {
        return connection().ended();
    }

    private Wire connection() {
        return Objects.requireNonNull(wire, "not connected");
    }

    private void hear(JsonNode frame) {
        switch (frame.path("type").asString()) {
            case "opened" -> {
                position = frame.path("position").asLong();
                opened.accept(frame.path("chat").asString());
            }
            case "assigned" -> begun.tryEmitEmpty();
            case "acknowledged" -> acknowledged(frame);
            case "error", "closed" -> refused(frame);
            default -> {}
        }
    }

    private void acknowledged(JsonNode frame) {
        String mark = frame.path("clientId").asString();
        Long due = unanswered.remove(mark);
        int place = Mark.of(mark).place();
        long stands = frame.path("position").asLong();
        if (due == null || place <= answered || stands <= position) {
            tally.misplaced();
        }
        answered = place;
        position = stands;
        if (due != null) {
            tally.acknowledged(mark, (System.nanoTime() - due) / NANOS_PER_MICRO);
        }
    }

    private void refused(JsonNode frame) {
        String code = frame.path("code").asString(frame.path("reason").asString());
        begun.tryEmitError(new IllegalStateException("refused: " + code));
        if (unanswered.remove(frame.path("clientId").asString("")) != null) {
            tally.refused(code);
        }
    }
}
