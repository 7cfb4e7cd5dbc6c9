package de.stadttor.web.sockets;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks over WebSockets. Whoever is silent for a minute, pings unanswered, is taken for dead; who does not take what is
 * sent is cut off by the server's write timeout, and until then holds up nobody but themselves: everything here is
 * produced as fast as it is taken.
 */
@Component
public final class Sockets {

    private static final Duration PING = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final JsonMapper json;

    Sockets(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param conversation from the texts that come to the frames that go; completes when the texts do. What it would
     *     say after a last frame is not said.
     * @return completes when the connection is over
     */
    public Mono<Void> talk(WebSocketSession session, Function<Flux<String>, Flux<? extends Frame>> conversation) {
        Sinks.Empty<Void> over = Sinks.empty();
        Flux<WebSocketMessage> said = conversation
                .apply(heard(session))
                .takeUntil(Frame::last)
                .map(json::writeValueAsString)
                .map(session::textMessage)
                .doFinally(_ -> over.tryEmitEmpty());
        return session.send(Flux.merge(said, pings(session).takeUntilOther(over.asMono())))
                .then(Mono.defer(session::close));
    }

    /** Texts only: what is binary is as good as an empty one, and refused like it. */
    private static Flux<String> heard(WebSocketSession session) {
        return Drained.of(session.receive()
                .timeout(SILENCE)
                .onErrorResume(TimeoutException.class, _ -> Flux.empty())
                .filter(message -> message.getType() != WebSocketMessage.Type.PONG)
                .map(message -> message.getType() == WebSocketMessage.Type.TEXT ? message.getPayloadAsText() : ""));
    }

    private static Flux<WebSocketMessage> pings(WebSocketSession session) {
        return Flux.interval(PING).onBackpressureDrop().map(_ -> session.pingMessage(Sockets::nothing));
    }

    private static DataBuffer nothing(DataBufferFactory factory) {
        return factory.wrap(new byte[0]);
    }
}
