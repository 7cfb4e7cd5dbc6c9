package de.stadttor.sharing;

import reactor.core.publisher.MonoSink;

/** Somebody who waits for an outcome. */
final class Caller<A, R> {

    private final A item;
    private final MonoSink<R> sink;
    private volatile boolean left;

    Caller(A item, MonoSink<R> sink) {
        this.item = item;
        this.sink = sink.onCancel(() -> left = true);
    }

    A item() {
        return item;
    }

    boolean left() {
        return left;
    }

    void gets(R result) {
        sink.success(result);
    }

    void fails(Throwable failure) {
        sink.error(failure);
    }
}
