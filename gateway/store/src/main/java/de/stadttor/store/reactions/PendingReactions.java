package de.stadttor.store.reactions;

import static de.stadttor.store.Columns.utc;

import de.stadttor.events.Event;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes who must react to an event, in the transaction that appends it. */
@Component
public final class PendingReactions {

    private final DatabaseClient database;

    PendingReactions(DatabaseClient database) {
        this.database = database;
    }

    /** Joins the running transaction. */
    public Mono<Void> add(Event event, Collection<String> consumers) {
        return Flux.fromIterable(consumers)
                .concatMap(consumer -> database.sql("""
                    INSERT INTO reaction (consumer, stream, seq, due_at)
                    VALUES (:consumer, :stream, :seq, :due)
                    """)
                        .bind("consumer", consumer)
                        .bind("stream", event.stream().value())
                        .bind("seq", event.seq())
                        .bind("due", utc(event.at()))
                        .then())
                .then();
    }
}
