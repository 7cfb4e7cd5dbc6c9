package de.stadttor.store.ticketing;

import static de.stadttor.store.Columns.utc;

import de.stadttor.people.Citizen;
import de.stadttor.store.Columns;
import de.stadttor.store.Rows;
import de.stadttor.ticketing.Evidence;
import de.stadttor.ticketing.MessageId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks first, so that reading what was read before writes nothing. */
@Component
final class R2dbcEvidence implements Evidence {

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcEvidence(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Void> opened(Citizen citizen, Collection<MessageId> messages) {
        Set<UUID> unopened = new HashSet<>();
        messages.forEach(message -> unopened.add(message.value()));
        return unopened.isEmpty()
                ? Mono.empty()
                : known(citizen, unopened).doOnNext(unopened::remove).then(Mono.defer(() -> record(citizen, unopened)));
    }

    private Flux<UUID> known(Citizen citizen, Set<UUID> messages) {
        return database.sql("SELECT message FROM message_opening WHERE citizen = :citizen AND message IN (:messages)")
                .bind("citizen", citizen.id().value())
                .bind("messages", Set.copyOf(messages))
                .map(row -> Columns.uuid(row, "message"))
                .all();
    }

    private Mono<Void> record(Citizen citizen, Set<UUID> messages) {
        var now = utc(clock.instant());
        return Rows.of(
                        """
                        INSERT INTO message_opening (message, citizen, level, at) VALUES %s
                            ON DUPLICATE KEY UPDATE at = at
                        """,
                        messages.stream()
                                .sorted()
                                .map(message -> new Object[] {
                                    message,
                                    citizen.id().value(),
                                    citizen.level().code(),
                                    now
                                })
                                .toList())
                .write(database);
    }
}
