package de.stadttor.web.sockets;

import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Answers pings as fast as the answers are taken. While they are not, only the latest ping is answered (RFC 6455,
 * 5.5.3), so that nothing is piled up.
 */
final class Pongs {

    private final WebSocketSession session;
    private final Sinks.Many<WebSocketMessage> answers =
            Sinks.many().multicast().directBestEffort();

    Pongs(WebSocketSession session) {
        this.session = session;
    }

    /** With what the ping carries, which is gone afterwards. */
    void answer(WebSocketMessage ping) {
        byte[] carried = new byte[ping.getPayload().readableByteCount()];
        ping.getPayload().read(carried);
        answers.tryEmitNext(session.pongMessage(factory -> factory.wrap(carried)));
    }

    /** Never completes. */
    Flux<WebSocketMessage> flux() {
        return answers.asFlux().onBackpressureLatest();
    }
}
