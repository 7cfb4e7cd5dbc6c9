package de.stadttor.bench.chat;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One WebSocket that speaks JSON. */
final class Wire {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sinks.Many<String> said = Sinks.many().unicast().onBackpressureBuffer();
    private volatile boolean ended;

    private Wire() {}

    /** Who is not let in under load comes again, as a window does. */
    static final Retry AGAIN = Retry.backoff(20, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5));

    /**
     * Stays connected, whatever becomes of the one who asked for it.
     *
     * @param heard gets each frame, after this has completed
     */
    static Mono<Wire> connect(HttpClient http, String url, Consumer<JsonNode> heard) {
        return Mono.<Wire>create(sink -> {
                    var wire = new Wire();
                    http.websocket()
                            .uri(url)
                            .handle((in, out) -> wire.talk(in, out, heard, sink))
                            .subscribe(_ -> {}, failure -> wire.end(failure, sink), () -> wire.end(null, sink));
                })
                .retryWhen(AGAIN);
    }

    void say(Object frame) {
        String text = JSON.writeValueAsString(frame);
        synchronized (this) {
            said.tryEmitNext(text).orThrow();
        }
    }

    /** Whether the other side has ended it. */
    boolean ended() {
        return ended;
    }

    private Flux<Void> talk(WebsocketInbound in, WebsocketOutbound out, Consumer<JsonNode> heard, MonoSink<Wire> sink) {
        sink.success(this);
        Mono<Void> hearing = in.aggregateFrames()
                .receiveFrames()
                .map(WebSocketFrame::content)
                .map(content -> JSON.readTree(content.toString(StandardCharsets.UTF_8)))
                .doOnNext(heard)
                .then();
        Mono<Void> saying = out.sendObject(said.asFlux().map(TextWebSocketFrame::new), _ -> true)
                .then();
        return Flux.firstWithSignal(hearing, saying);
    }

    private void end(@Nullable Throwable reason, MonoSink<Wire> sink) {
        ended = true;
        sink.error(new IllegalStateException("the connection ended", reason));
    }
}
