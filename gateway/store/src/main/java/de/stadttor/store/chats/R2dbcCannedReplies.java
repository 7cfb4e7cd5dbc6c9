package de.stadttor.store.chats;

import de.stadttor.chats.CannedReplies;
import de.stadttor.chats.CannedReply;
import de.stadttor.store.Columns;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcCannedReplies implements CannedReplies {

    private static final Place BEGINNING = new Place("", "");

    private final DatabaseClient database;

    R2dbcCannedReplies(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<CannedReply> list(@Nullable String words, @Nullable Place after, int limit) {
        Place from = Objects.requireNonNullElse(after, BEGINNING);
        return database.sql("""
            SELECT * FROM canned_reply
             WHERE (name, language) > (:name, :language)
               AND (LOCATE(LOWER(:words), name) > 0 OR LOCATE(:words, text) > 0)
             ORDER BY name, language LIMIT :limit
            """)
                .bind("name", from.key())
                .bind("language", from.language())
                .bind("words", Objects.requireNonNullElse(words, ""))
                .bind("limit", limit)
                .map(row -> new CannedReply(
                        Columns.text(row, "name"), Columns.text(row, "language"), Columns.text(row, "text")))
                .all();
    }

    @Override
    public Mono<Void> put(CannedReply reply) {
        return database.sql("""
            INSERT INTO canned_reply (name, language, text) VALUES (:name, :language, :text)
                ON DUPLICATE KEY UPDATE text = VALUES(text)
            """)
                .bind("name", reply.key())
                .bind("language", reply.language())
                .bind("text", reply.text())
                .then();
    }

    @Override
    public Mono<Boolean> remove(String key, String language) {
        return database.sql("DELETE FROM canned_reply WHERE name = :name AND language = :language")
                .bind("name", key)
                .bind("language", language)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
