package de.stadttor.store.reactions;

import static de.stadttor.store.Columns.utc;

import de.stadttor.events.Event;
import de.stadttor.store.Rows;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes who must react to an event, in the transaction that appends it. */
@Component
public final class PendingReactions {

    private final DatabaseClient database;

    PendingReactions(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Joins the running transaction.
     *
     * @param consumers of each event, in the order of the events
     */
    public Mono<Void> add(List<Event> events, List<Set<String>> consumers) {
        List<Object[]> rows = IntStream.range(0, events.size())
                .boxed()
                .flatMap(i -> consumers.get(i).stream().map(consumer -> row(consumer, events.get(i))))
                .toList();
        return Rows.of("INSERT INTO reaction (consumer, stream, seq, due_at) VALUES %s", rows)
                .write(database);
    }

    private static Object[] row(String consumer, Event event) {
        return new Object[] {consumer, event.stream().value(), event.seq(), utc(event.at())};
    }
}
