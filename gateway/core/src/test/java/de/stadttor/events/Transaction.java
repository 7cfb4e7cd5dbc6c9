package de.stadttor.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.util.context.ContextView;

/** What one transaction has changed so far; nobody else sees it before the commit. */
final class Transaction {

    private final Map<Table<?, ?>, Map<?, ?>> changed = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    static Transaction current(ContextView context) {
        return context.get(Transaction.class);
    }

    /** The table as this transaction sees it, to be changed. */
    @SuppressWarnings("unchecked") // a table's copy has the table's own types
    <K, V> Map<K, V> rows(Table<K, V> table) {
        return (Map<K, V>) changed.computeIfAbsent(table, _ -> new LinkedHashMap<>(table.committed()));
    }

    boolean changed(Table<?, ?> table) {
        return changed.containsKey(table);
    }

    void afterCommit(Runnable told) {
        afterCommit.add(told);
    }

    void commit() {
        changed.forEach(Transaction::publish);
        afterCommit.forEach(Runnable::run);
    }

    @SuppressWarnings("unchecked") // likewise
    private static <K, V> void publish(Table<K, V> table, Map<?, ?> rows) {
        table.replace((Map<K, V>) rows);
    }
}
