package de.stadttor.reliability;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Follows a stream, goes away, comes back with the last id it saw, and remembers every event it was sent. */
final class ResumingClient {

    private static final ParameterizedTypeReference<ServerSentEvent<JsonNode>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final WebClient client;
    private final String path;
    private final List<ServerSentEvent<JsonNode>> seen = new CopyOnWriteArrayList<>();
    private @Nullable String lastId;
    private int connection;

    ResumingClient(WebClient client, String path) {
        this.client = client;
        this.path = path;
    }

    /** Connects, and leaves in the middle after so many events or so much time. */
    Mono<Void> stay(int events, Duration time) {
        return events().take(events).take(time).then();
    }

    /** Connects and stays. */
    Flux<ServerSentEvent<JsonNode>> events() {
        return Flux.defer(() -> {
            Place place = connect();
            return client.get()
                    .uri(path)
                    .accept(MediaType.TEXT_EVENT_STREAM)
                    .headers(headers -> {
                        if (place.lastId() != null) {
                            headers.set("Last-Event-ID", place.lastId());
                        }
                    })
                    .retrieve()
                    .bodyToFlux(EVENT)
                    .filter(event -> event.id() != null && remembered(place.connection(), event));
        });
    }

    /** Without heartbeats; the first one is the snapshot. */
    List<ServerSentEvent<JsonNode>> seen() {
        return List.copyOf(seen);
    }

    private synchronized Place connect() {
        connection++;
        return new Place(connection, lastId);
    }

    /** What still arrives on a connection that was left is not seen: the next one brings it again. */
    private synchronized boolean remembered(int from, ServerSentEvent<JsonNode> event) {
        if (from != connection) {
            return false;
        }
        seen.add(event);
        lastId = Objects.requireNonNull(event.id());
        return true;
    }

    /** @param lastId null on the first connection */
    private record Place(int connection, @Nullable String lastId) {}
}
