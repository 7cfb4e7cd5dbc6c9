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

    @Test
    void ringsAtWhoeverHasAChatAndAtWhoeverHadIt() {
        Chat waiting = TestChats.waiting(ports, "tiere", ports.clock().instant(), 1);
        Chat taken = waiting.taken("karin", ports.clock().instant());
        Chat handed = taken.handed("karin", "otto", ports.clock().instant());
        StepVerifier.create(wakes.ofOperator("karin").mergeWith(wakes.ofOperator("otto")))
                .then(() -> wakes.moved(taken))
                .expectNext(new ChatWakes.Topic.OneOperator("karin"))
                .then(() -> wakes.moved(handed))
                .expectNext(new ChatWakes.Topic.OneOperator("karin"), new ChatWakes.Topic.OneOperator("otto"))
                .then(() ->
                        wakes.moved(handed.ended(Ending.CITIZEN, ports.clock().instant())))
                .expectNext(new ChatWakes.Topic.OneOperator("otto"))
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
