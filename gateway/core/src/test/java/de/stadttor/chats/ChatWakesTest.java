package de.stadttor.chats;

import de.stadttor.InMemoryPorts;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** How a node learns what other nodes did. */
class ChatWakesTest {

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final AtomicBoolean down = new AtomicBoolean();
    private final ChatWakes wakes = new ChatWakes(chats(), ports.clock());

    @Test
    void missesNothingThatHappenedWhileItCouldNotLook() {
        Chat chat = TestChats.waiting(ports, "tiere", ports.clock().instant(), 1);
        ports.clock().advance(Duration.ofSeconds(20));
        ports.chats().add(chat).block();
        ports.clock().advance(Duration.ofSeconds(20));
        down.set(true);
        wakes.look().onErrorComplete().block();
        down.set(false);

        StepVerifier.create(wakes.ofChat(chat.id()))
                .then(() -> wakes.look().block())
                .expectNextCount(1)
                .thenCancel()
                .verify(Duration.ofSeconds(5));
    }

    private Chats chats() {
        return (Chats) Proxy.newProxyInstance(
                Chats.class.getClassLoader(),
                new Class<?>[] {Chats.class},
                (_, method, arguments) -> down.get()
                        ? Flux.error(new IllegalStateException("the database is gone"))
                        : method.invoke(ports.chats(), arguments));
    }
}
