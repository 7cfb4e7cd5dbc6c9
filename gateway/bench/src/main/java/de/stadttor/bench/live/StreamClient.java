package de.stadttor.bench.live;

import java.util.function.Consumer;
import org.reactivestreams.Subscription;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** One stream: takes event by event, until it is told to read no more. */
final class StreamClient extends BaseSubscriber<ServerSentEvent<String>> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sinks.Empty<Void> begun = Sinks.empty();
    private final Consumer<String> messages;
    private volatile boolean reading = true;

    /** @param messages gets the id of each message that is announced */
    StreamClient(Consumer<String> messages) {
        this.messages = messages;
    }

    /**
     * Completes with the snapshot, which says that from now on nothing is missed; fails when the stream ends before.
     */
    Mono<Void> begun() {
        return begun.asMono();
    }

    /** Whether the program has ended the stream, which a browser would now open again. */
    boolean ended() {
        return isDisposed();
    }

    void readNoMore() {
        reading = false;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(1);
    }

    @Override
    protected void hookOnNext(ServerSentEvent<String> event) {
        String data = event.data();
        if ("snapshot".equals(event.event())) {
            begun.tryEmitEmpty();
        } else if ("message".equals(event.event()) && data != null) {
            messages.accept(JSON.readTree(data).path("messageId").asString());
        }
        if (reading) {
            request(1);
        }
    }

    @Override
    protected void hookOnError(Throwable failure) {
        begun.tryEmitError(failure);
    }

    @Override
    protected void hookOnComplete() {
        begun.tryEmitError(new IllegalStateException("the stream ended"));
    }
}
