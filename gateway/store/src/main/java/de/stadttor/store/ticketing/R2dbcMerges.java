package de.stadttor.store.ticketing;

import de.stadttor.store.Columns;
import de.stadttor.ticketing.Merges;
import de.stadttor.ticketing.TicketId;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcMerges implements Merges {

    private final DatabaseClient database;

    R2dbcMerges(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<TicketId, TicketId>> targets(Collection<TicketId> tickets) {
        return tickets.isEmpty()
                ? Mono.just(Map.of())
                : database.sql("SELECT ticket, target FROM ticket_merge WHERE ticket IN (:tickets)")
                        .bind("tickets", tickets.stream().map(TicketId::value).toList())
                        .map(row -> Map.entry(
                                new TicketId(Columns.uuid(row, "ticket")), new TicketId(Columns.uuid(row, "target"))))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> put(TicketId source, TicketId target) {
        return database.sql("UPDATE ticket_merge SET target = :target WHERE target = :source")
                .bind("target", target.value())
                .bind("source", source.value())
                .then()
                .then(database.sql("INSERT INTO ticket_merge (ticket, target) VALUES (:source, :target)")
                        .bind("source", source.value())
                        .bind("target", target.value())
                        .then());
    }
}
