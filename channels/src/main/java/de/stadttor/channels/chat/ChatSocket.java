package de.stadttor.channels.chat;

import de.stadttor.channels.chat.ToCitizen.Refused;
import de.stadttor.web.Language;
import de.stadttor.web.limits.Visitors;
import de.stadttor.web.limits.Visitors.Visitor;
import de.stadttor.web.sockets.FrameLimit;
import de.stadttor.web.sockets.Sockets;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The WebSocket {@code /chat/v1}. */
@Component
final class ChatSocket implements WebSocketHandler {

    static final String PATH = "/chat/v1";

    private final ChatServices services;
    private final Visitors visitors;
    private final Sockets sockets;

    ChatSocket(ChatServices services, Visitors visitors, Sockets sockets) {
        this.services = services;
        this.visitors = visitors;
        this.sockets = sockets;
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        HandshakeInfo handshake = session.getHandshakeInfo();
        Visitor visitor = visitors.of(handshake.getRemoteAddress(), handshake.getHeaders());
        var entrance = new Entrance(services, handshake.getHeaders().getFirst(HttpHeaders.ORIGIN));
        FrameLimit limit = services.limits().frames();
        var connection = new CitizenConnection(services, entrance, visitor, limit);
        return sockets.talk(
                session,
                limit,
                texts -> services.limits().connected(visitor, connection.converse(texts), Flux.just(tooMany())));
    }

    private ToCitizen tooMany() {
        String code = "too-many";
        return new Refused(code, services.words().refused(Language.GERMAN, code), null);
    }
}
