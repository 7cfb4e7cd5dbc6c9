package de.stadttor.web.sockets;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Goes on taking what nobody listens to any more. A server that stops reading from a WebSocket closes it on the spot,
 * whatever is still to be sent; so we read to the end, and close in our own time.
 */
final class Drained<T> implements CoreSubscriber<T>, Subscription {

    private final CoreSubscriber<? super T> listener;
    private @Nullable Subscription source;
    private volatile boolean left;

    private Drained(CoreSubscriber<? super T> listener) {
        this.listener = listener;
    }

    /** The same, which its source takes for listened to until it ends. */
    static <T> Flux<T> of(Flux<T> source) {
        return source.transform(Operators.<T, T>lift((_, listener) -> new Drained<T>(listener)));
    }

    @Override
    public Context currentContext() {
        return listener.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        listener.onSubscribe(this);
    }

    @Override
    public void onNext(T item) {
        if (!left) {
            listener.onNext(item);
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (!left) {
            listener.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!left) {
            listener.onComplete();
        }
    }

    @Override
    public void request(long count) {
        Objects.requireNonNull(source).request(count);
    }

    @Override
    public void cancel() {
        left = true;
        request(Long.MAX_VALUE);
    }
}
