package de.stadttor.bench.bare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One row to be written. All rows of a table have the same columns, so that its statement is made once, as a plain
 * programmer's constant would be.
 */
public final class Insertion {

    private static final Map<String, String> NAMED = new ConcurrentHashMap<>();
    private static final Map<String, String> POSITIONAL = new ConcurrentHashMap<>();

    private final String table;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Insertion(String table) {
        this.table = table;
    }

    static Insertion into(String table) {
        return new Insertion(table);
    }

    /** Columns that stay null are left out. */
    Insertion with(String column, Object value) {
        values.put(column, value);
        return this;
    }

    /** By column, in the order of {@link #positional}. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** For R2DBC: {@code VALUES (:id, :at)}. */
    String named() {
        return NAMED.computeIfAbsent(table, _ -> sql(column -> ":" + column));
    }

    /** For JDBC: {@code VALUES (?, ?)}. */
    public String positional() {
        return POSITIONAL.computeIfAbsent(table, _ -> sql(_ -> "?"));
    }

    private String sql(UnaryOperator<String> placeholder) {
        String columns = String.join(", ", values.keySet());
        String placeholders = values.keySet().stream().map(placeholder).collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + columns + ") VALUES (" + placeholders + ")";
    }
}
