package de.stadttor.web.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.web.WebSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.adapter.AbstractWebSocketSession;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import tools.jackson.databind.json.JsonMapper;

class SocketsTest {

    /** What is kept ready for whoever takes nothing. */
    private static final int FEW = 100;

    private final Sockets sockets = new Sockets(
            JsonMapper.builder().build(),
            new WebSettings("http://localhost", 1, Duration.ofSeconds(30), Duration.ofSeconds(10)));
    private final Session session = new Session();

    @Test
    void aPingIsAnsweredWithWhatItCarries() {
        listen(new FrameLimit(1, 3));
        session.reader.request(1);
        session.ping("a");
        assertThat(session.reader.taken).containsExactly("PONG a");
    }

    @Test
    void pongsThatNobodyTakesAreNotPiledUp() {
        listen(new FrameLimit(1, 10_000));
        IntStream.range(0, 10_000).mapToObj(Integer::toString).forEach(session::ping);
        session.reader.request(Long.MAX_VALUE);
        assertThat(session.reader.taken).hasSizeLessThan(FEW).last().isEqualTo("PONG 9999");
    }

    @Test
    void pingsCountAndThatThereAreTooManyIsForTheConversationToSay() {
        talk(new FrameLimit(1, 3), true);
        session.reader.request(Long.MAX_VALUE);
        IntStream.range(0, 300).forEach(_ -> session.ping(""));
        assertThat(session.reader.taken).containsExactly("PONG ", "PONG ", "PONG ", "TEXT {\"type\":\"closed\"}");
    }

    private void listen(FrameLimit limit) {
        talk(limit, false);
    }

    private void talk(FrameLimit limit, boolean answers) {
        var _ = sockets.talk(
                        session,
                        limit,
                        texts -> texts.<Frame>map(_ -> new Last()).filter(_ -> answers))
                .subscribe();
    }

    private record Last() implements Frame {

        @Override
        public String type() {
            return "closed";
        }

        @Override
        public boolean last() {
            return true;
        }
    }

    /** Takes what it asks for. */
    private static final class Reader extends BaseSubscriber<WebSocketMessage> {

        private final List<String> taken = new ArrayList<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // asks in its own time
        }

        @Override
        protected void hookOnNext(WebSocketMessage message) {
            taken.add(message.getType() + " " + message.getPayloadAsText());
        }
    }

    /** A connection whose other side is this test. */
    private static final class Session extends AbstractWebSocketSession<String> {

        private final TestPublisher<WebSocketMessage> heard = TestPublisher.create();
        private final Reader reader = new Reader();

        Session() {
            super(
                    "peer",
                    "1",
                    new HandshakeInfo(URI.create("/"), new HttpHeaders(), Mono.empty(), null),
                    DefaultDataBufferFactory.sharedInstance);
        }

        void ping(String carried) {
            heard.next(pingMessage(factory -> factory.wrap(carried.getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        public Flux<WebSocketMessage> receive() {
            return heard.flux();
        }

        @Override
        public Mono<Void> send(Publisher<WebSocketMessage> messages) {
            messages.subscribe(reader);
            return Mono.never();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public Mono<Void> close(CloseStatus status) {
            return Mono.empty();
        }

        @Override
        public Mono<CloseStatus> closeStatus() {
            return Mono.never();
        }
    }
}
