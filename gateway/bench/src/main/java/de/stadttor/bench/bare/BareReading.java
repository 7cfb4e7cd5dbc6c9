package de.stadttor.bench.bare;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The statements by which the program reads a ticket and its messages for a citizen, and what they found as JSON. */
final class BareReading {

    private final DatabaseClient database;

    BareReading(DatabaseClient database) {
        this.database = database;
    }

    Mono<ServerResponse> ticket(ServerRequest request) {
        UUID id = UUID.fromString(request.pathVariable("id"));
        return citizen().flatMap(citizen -> ticket(citizen, id)).flatMap(ServerResponse.ok()::bodyValue);
    }

    Mono<ServerResponse> messages(ServerRequest request) {
        UUID id = UUID.fromString(request.pathVariable("id"));
        return citizen()
                .flatMap(citizen -> ticket(citizen, id)
                        .flatMap(_ -> messages(id))
                        .delayUntil(this::files)
                        .delayUntil(messages -> opened(citizen, messages)))
                .flatMap(messages -> ServerResponse.ok().bodyValue(Map.of("items", messages)));
    }

    private Mono<UUID> citizen() {
        return database.sql("""
            SELECT citizen FROM citizen_identity
             WHERE scheme = :scheme AND host = :host AND subject = :subject
            """)
                .bind("scheme", "bayernid")
                .bind("host", "localhost")
                .bind("subject", "demo-citizen-high")
                .mapValue(UUID.class)
                .one();
    }

    private Mono<Map<String, Object>> ticket(UUID citizen, UUID id) {
        return database.sql("SELECT ticket FROM ticket_participant WHERE citizen = :citizen AND ticket = :ticket")
                .bind("citizen", citizen)
                .bind("ticket", id)
                .mapValue(UUID.class)
                .one()
                .flatMap(ticket -> database.sql("SELECT * FROM ticket WHERE id = :id")
                        .bind("id", ticket)
                        .fetch()
                        .one());
    }

    private Mono<List<Map<String, Object>>> messages(UUID ticket) {
        return database.sql("""
            SELECT * FROM message
             WHERE ticket = :ticket AND id > :after AND direction <> 'internal'
             ORDER BY id
             LIMIT :limit
            """)
                .bind("ticket", ticket)
                .bind("after", new UUID(0, 0))
                .bind("limit", 51)
                .fetch()
                .all()
                .collectList();
    }

    private Mono<List<Map<String, Object>>> files(List<Map<String, Object>> messages) {
        return database.sql("""
            SELECT f.id, f.message, f.name, f.scan, c.sha256, c.size, c.media_type
              FROM message_file f
              JOIN content c ON c.sha256 = f.sha256
             WHERE f.message IN (:messages)
             ORDER BY f.message, f.position
            """).bind("messages", ids(messages)).fetch().all().collectList();
    }

    /** The evidence of delivery: looked for at every opening, written at the first. */
    private Mono<Void> opened(UUID citizen, List<Map<String, Object>> messages) {
        Set<UUID> unopened = new HashSet<>(ids(messages.stream()
                .filter(message -> "toCitizen".equals(message.get("direction")))
                .toList()));
        return database.sql("SELECT message FROM message_opening WHERE citizen = :citizen AND message IN (:messages)")
                .bind("citizen", citizen)
                .bind("messages", Set.copyOf(unopened))
                .mapValue(UUID.class)
                .all()
                .doOnNext(unopened::remove)
                .thenMany(Flux.defer(() -> Flux.fromIterable(unopened)))
                .concatMap(message -> evidence(citizen, message))
                .then();
    }

    private Mono<Void> evidence(UUID citizen, UUID message) {
        return database.sql("""
            INSERT INTO message_opening (message, citizen, level, at)
            VALUES (:message, :citizen, :level, :at)
                ON DUPLICATE KEY UPDATE at = at
            """)
                .bind("message", message)
                .bind("citizen", citizen)
                .bind("level", "high")
                .bind("at", LocalDateTime.now(ZoneOffset.UTC))
                .then();
    }

    private static Set<UUID> ids(Collection<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> UUID.fromString(String.valueOf(row.get("id"))))
                .collect(Collectors.toSet());
    }
}
