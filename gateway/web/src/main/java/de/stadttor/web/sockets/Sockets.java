package de.stadttor.web.sockets;

import de.stadttor.web.WebSettings;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
 * Talks over WebSockets. Whoever is silent for twice the patience, pings unanswered, is taken for dead; who does not
 * take what is sent is cut off by {@link SlowReaders}, and until then holds up nobody but themselves: everything here
 * is produced as fast as it is taken.
 */
@Component
public final class Sockets {

    /** So many pings may get lost on the way. */
    private static final int PINGS_IN_SILENCE = 3;

    private static final String NOTHING = "";

    private final JsonMapper json;
    private final Duration silence;

    Sockets(JsonMapper json, WebSettings settings) {
        this.json = json;
        this.silence = settings.readPatience().multipliedBy(2);
    }

    /**
     * @param limit how fast the other side may send; pings count, and too many of them come to the conversation as a
     *     text, for it to say so
     * @param conversation from the texts that come to the frames that go; completes when the texts do. What it would
     *     say after a last frame is not said.
     * @return completes when the connection is over
     */
    public Mono<Void> talk(
            WebSocketSession session, FrameLimit limit, Function<Flux<String>, Flux<? extends Frame>> conversation) {
        Sinks.Empty<Void> over = Sinks.empty();
        var pongs = new Pongs(session);
        Flux<WebSocketMessage> said = conversation
                .apply(heard(session, limit, pongs))
                .takeUntil(Frame::last)
                .map(json::writeValueAsString)
                .map(session::textMessage)
                .doFinally(_ -> over.tryEmitEmpty());
        Flux<WebSocketMessage> signs = Flux.merge(pongs.flux(), pings(session)).takeUntilOther(over.asMono());
        return session.send(Flux.merge(signs, said)).then(Mono.defer(session::close));
    }

    private Flux<String> heard(WebSocketSession session, FrameLimit limit, Pongs pongs) {
        return Drained.of(session.receive()
                .timeout(silence)
                .onErrorResume(TimeoutException.class, _ -> Flux.empty())
                .mapNotNull(message -> text(message, limit, pongs)));
    }

    /** What is binary is as good as an empty text, and refused like it. Null for a sign of life, which is answered. */
    private static @Nullable String text(WebSocketMessage message, FrameLimit limit, Pongs pongs) {
        return switch (message.getType()) {
            case TEXT -> message.getPayloadAsText();
            case BINARY -> NOTHING;
            case PONG -> null;
            case PING -> {
                if (limit.take()) {
                    pongs.answer(message);
                }
                yield limit.isFlooded() ? NOTHING : null;
            }
        };
    }

    private Flux<WebSocketMessage> pings(WebSocketSession session) {
        return Flux.interval(silence.dividedBy(PINGS_IN_SILENCE))
                .onBackpressureDrop()
                .map(_ -> session.pingMessage(Sockets::nothing));
    }

    private static DataBuffer nothing(DataBufferFactory factory) {
        return factory.wrap(new byte[0]);
    }
}
