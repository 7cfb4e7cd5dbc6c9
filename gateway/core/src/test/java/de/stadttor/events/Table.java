package de.stadttor.events;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Rows by key, in the order of their first insertion, under the transactions of one {@link InMemoryDatabase}. */
public final class Table<K, V> {

    private final InMemoryDatabase database;
    private volatile Map<K, V> rows = Map.of();

    public Table(InMemoryDatabase database) {
        this.database = database;
    }

    /** Asks the table; a question answered with null is an empty result. */
    public <R> Mono<R> ask(Function<Map<K, V>, R> question) {
        return Mono.deferContextual(context -> Mono.justOrEmpty(question.apply(seen(context))));
    }

    public <R> Flux<R> select(Function<Map<K, V>, Stream<R>> question) {
        return Flux.deferContextual(
                context -> Flux.fromIterable(question.apply(seen(context)).toList()));
    }

    /** Joins the running transaction, or is one of its own. What {@code change} throws rolls it back. */
    public Mono<Void> write(Consumer<Map<K, V>> change) {
        return writing(rows -> {
                    change.accept(rows);
                    return true;
                })
                .then();
    }

    /** The same, with a result. */
    public <R> Mono<R> writing(Function<Map<K, V>, R> change) {
        return database.commit(() -> Mono.deferContextual(context ->
                Mono.justOrEmpty(change.apply(Transaction.current(context).rows(this)))));
    }

    Map<K, V> committed() {
        return rows;
    }

    void replace(Map<K, V> now) {
        rows = now;
    }

    private Map<K, V> seen(ContextView context) {
        return context.<Transaction>getOrEmpty(Transaction.class)
                .filter(transaction -> transaction.changed(this))
                .map(transaction -> transaction.rows(this))
                .orElse(rows);
    }
}
