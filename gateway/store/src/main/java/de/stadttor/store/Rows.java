package de.stadttor.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Many rows in one statement: a round trip costs more than a row. Takes the connection of the running transaction.
 *
 * @param statement with {@code VALUES %s} where the rows come
 * @param rows at least one; all of one length, each value as it is bound
 */
public record Rows(String statement, List<Object[]> rows) {

    public static Rows of(String statement, List<Object[]> rows) {
        return new Rows(statement, rows);
    }

    /** Does nothing without rows. */
    public Mono<Void> write(DatabaseClient database) {
        return rows.isEmpty()
                ? Mono.empty()
                : database.inConnectionMany(connection -> results(connection).flatMap(Result::getRowsUpdated))
                        .then();
    }

    /** What a {@code RETURNING} clause gives; nothing without rows. */
    public <T> Flux<T> returning(DatabaseClient database, Function<Readable, T> read) {
        return rows.isEmpty()
                ? Flux.empty()
                : database.inConnectionMany(connection -> results(connection).flatMap(result -> result.map(read)));
    }

    private Flux<Result> results(Connection connection) {
        Statement prepared = connection.createStatement(statement.formatted(places()));
        int index = 0;
        for (Object value : (Iterable<Object>) rows.stream().flatMap(Arrays::stream)::iterator) {
            bind(prepared, index++, value);
        }
        return Flux.from(prepared.execute()).cast(Result.class);
    }

    private static void bind(Statement statement, int index, Object value) {
        if (value instanceof Parameter parameter) {
            Object inner = parameter.getValue();
            if (inner == null) {
                statement.bindNull(index, parameter.getType().getJavaType());
            } else {
                statement.bind(index, inner);
            }
        } else {
            statement.bind(index, value);
        }
    }

    private String places() {
        String row = String.join(", ", Collections.nCopies(rows.getFirst().length, "?"));
        return String.join(", ", Collections.nCopies(rows.size(), "(" + row + ")"));
    }
}
