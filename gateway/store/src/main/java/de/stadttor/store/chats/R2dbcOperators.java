package de.stadttor.store.chats;

import static de.stadttor.store.Columns.flag;
import static de.stadttor.store.Columns.instant;
import static de.stadttor.store.Columns.number;
import static de.stadttor.store.Columns.text;
import static de.stadttor.store.Columns.utc;

import de.stadttor.chats.Operator;
import de.stadttor.chats.Operators;
import de.stadttor.store.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcOperators implements Operators {

    private final DatabaseClient database;

    R2dbcOperators(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Operator> find(String subject) {
        return one("SELECT * FROM chat_operator WHERE subject = :subject", subject);
    }

    @Override
    public Mono<Operator> hold(String subject) {
        return one("SELECT * FROM chat_operator WHERE subject = :subject FOR UPDATE", subject);
    }

    private Mono<Operator> one(String sql, String subject) {
        return database.sql(sql)
                .bind("subject", subject)
                .map(R2dbcOperators::operator)
                .one();
    }

    @Override
    public Mono<Void> put(Operator operator) {
        return database.sql("""
            INSERT INTO chat_operator (subject, name, queues, available, capacity, idle_since, seen_at)
            VALUES (:subject, :name, :queues, :available, :capacity, :idle_since, :seen_at)
                ON DUPLICATE KEY UPDATE name = VALUES(name), queues = VALUES(queues), available = VALUES(available),
                   capacity = VALUES(capacity), idle_since = VALUES(idle_since),
                   seen_at = GREATEST(seen_at, VALUES(seen_at)), changes = changes + 1
            """)
                .bind("subject", operator.subject())
                .bind("name", operator.name())
                .bind("queues", Json.write(operator.queues()))
                .bind("available", operator.available())
                .bind("capacity", operator.capacity())
                .bind("idle_since", utc(operator.idleSince()))
                .bind("seen_at", utc(operator.seenAt()))
                .then();
    }

    @Override
    public Flux<Operator> presentSince(Instant since) {
        return database.sql("SELECT * FROM chat_operator WHERE seen_at > :since ORDER BY idle_since, subject")
                .bind("since", utc(since))
                .map(R2dbcOperators::operator)
                .all();
    }

    @Override
    public Mono<Void> seen(Collection<String> subjects, Instant now) {
        return subjects.isEmpty()
                ? Mono.empty()
                : database.sql("UPDATE chat_operator SET seen_at = :now WHERE subject IN (:subjects)")
                        .bind("now", utc(now))
                        .bind("subjects", subjects)
                        .then();
    }

    private static Operator operator(Readable row) {
        return new Operator(
                text(row, "subject"),
                text(row, "name"),
                Set.of(Json.read(text(row, "queues"), String[].class)),
                flag(row, "available"),
                Math.toIntExact(number(row, "capacity")),
                instant(row, "idle_since"),
                instant(row, "seen_at"));
    }
}
