package de.stadttor.bench.bare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One row to be written.
 *
 * @param values by column, in a fixed order; columns that stay null are left out
 */
public record Insertion(String table, Map<String, Object> values) {

    public Insertion {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** @param pairs column, value, column, value … */
    static Insertion into(String table, Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return new Insertion(table, values);
    }

    /** For R2DBC: {@code VALUES (:id, :at)}. */
    String named() {
        return sql(column -> ":" + column);
    }

    /** For JDBC: {@code VALUES (?, ?)}. */
    public String positional() {
        return sql(_ -> "?");
    }

    private String sql(UnaryOperator<String> placeholder) {
        String columns = String.join(", ", values.keySet());
        String placeholders = values.keySet().stream().map(placeholder).collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + columns + ") VALUES (" + placeholders + ")";
    }
}
