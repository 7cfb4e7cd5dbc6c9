package de.stadttor.events;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Transactions over {@link Table}s: one after the other, each seeing its own writes, everybody else only what was
 * committed. A commit inside a transaction joins it.
 */
public final class InMemoryDatabase implements UnitOfWork {

    private final AtomicReference<Sinks.Empty<Void>> last = new AtomicReference<>(ended());

    @Override
    public <T> Mono<T> commit(Supplier<Mono<T>> work) {
        return Mono.deferContextual(context -> context.hasKey(Transaction.class) ? work.get() : inTurn(work));
    }

    private <T> Mono<T> inTurn(Supplier<Mono<T>> work) {
        Sinks.Empty<Void> over = Sinks.empty();
        Mono<Void> before = after(last.getAndSet(over));
        return before.then(Mono.defer(() -> transaction(work)))
                .doFinally(_ -> before.subscribe(null, null, over::tryEmitEmpty));
    }

    /** Who has to wait goes on elsewhere, so that a long queue is no deep stack. */
    private static Mono<Void> after(Sinks.Empty<Void> before) {
        boolean over = Boolean.TRUE.equals(before.scan(Scannable.Attr.TERMINATED));
        return over ? Mono.empty() : before.asMono().publishOn(Schedulers.parallel());
    }

    private static Sinks.Empty<Void> ended() {
        Sinks.Empty<Void> sink = Sinks.empty();
        sink.tryEmitEmpty();
        return sink;
    }

    private static <T> Mono<T> transaction(Supplier<Mono<T>> work) {
        var transaction = new Transaction();
        return Mono.defer(work)
                .doOnSuccess(_ -> transaction.commit())
                .contextWrite(context -> context.put(Transaction.class, transaction));
    }
}
