package de.stadttor.desk.chats;

import de.stadttor.web.Language;
import de.stadttor.web.sockets.FrameLimit;
import de.stadttor.web.sockets.Sockets;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** The WebSocket {@code /api/desk/v1/chats/socket}. */
@Component
final class OperatorSocket implements WebSocketHandler {

    static final String PATH = "/api/desk/v1/chats/socket";

    /** Several chats at once, each with typing, reading and writing. */
    private static final int FRAMES_PER_SECOND = 20;

    private static final int FRAMES_AT_ONCE = 200;

    private final OperatorServices services;
    private final Sockets sockets;

    OperatorSocket(OperatorServices services, Sockets sockets) {
        this.services = services;
        this.sockets = sockets;
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        var language = Language.of(session.getHandshakeInfo().getHeaders());
        var limit = new FrameLimit(FRAMES_PER_SECOND, FRAMES_AT_ONCE);
        var connection = new OperatorConnection(services, language, limit);
        return sockets.talk(session, limit, connection::converse);
    }
}
