package de.stadttor.desk.chats;

import de.stadttor.web.Language;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.limits.Connections;
import de.stadttor.web.limits.Visitors;
import de.stadttor.web.limits.Visitors.Visitor;
import de.stadttor.web.sockets.FrameLimit;
import de.stadttor.web.sockets.Sockets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.HandshakeInfo;
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

    /** Of one address: a city hall may be behind one. */
    private static final int MOST_CONNECTIONS = 1000;

    private final OperatorServices services;
    private final Visitors visitors;
    private final PublicUrl publicUrl;
    private final Sockets sockets;
    private final Connections connections = new Connections(MOST_CONNECTIONS);

    OperatorSocket(OperatorServices services, Visitors visitors, PublicUrl publicUrl, Sockets sockets) {
        this.services = services;
        this.visitors = visitors;
        this.publicUrl = publicUrl;
        this.sockets = sockets;
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        HandshakeInfo handshake = session.getHandshakeInfo();
        HttpHeaders headers = handshake.getHeaders();
        var limit = new FrameLimit(FRAMES_PER_SECOND, FRAMES_AT_ONCE);
        var connection = new OperatorConnection(services, Language.of(headers), limit);
        Visitor visitor = visitors.of(handshake.getRemoteAddress(), headers);
        return sockets.talk(
                session,
                limit,
                texts -> isForeign(headers.getOrigin())
                        ? connection.refuse("origin")
                        : connections.counted(visitor, connection.converse(texts), connection.refuse("too-many")));
    }

    /** Pages of other sites have no business at the desk; what is no browser names none. */
    private boolean isForeign(@Nullable String origin) {
        return origin != null && !origin.equals(publicUrl.origin());
    }
}
