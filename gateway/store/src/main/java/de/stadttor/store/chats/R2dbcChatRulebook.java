package de.stadttor.store.chats;

import de.stadttor.chats.ChatRulebook;
import de.stadttor.chats.ChatSettings;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import de.stadttor.store.Races;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcChatRulebook implements ChatRulebook {

    private static final String INSERT =
            "INSERT INTO chat_settings (queue, settings, version) VALUES (:queue, :settings, :version)";
    private static final String UPDATE = "UPDATE chat_settings SET settings = :settings, version = :version"
            + " WHERE queue = :queue AND version = :version - 1";

    private final DatabaseClient database;

    R2dbcChatRulebook(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<ChatSettings> of(String queue) {
        return database.sql("SELECT settings FROM chat_settings WHERE queue = :queue")
                .bind("queue", queue)
                .map(row -> Json.read(Columns.text(row, "settings"), ChatSettings.class))
                .one();
    }

    @Override
    public Flux<ChatSettings> all() {
        return database.sql("SELECT settings FROM chat_settings ORDER BY queue")
                .map(row -> Json.read(Columns.text(row, "settings"), ChatSettings.class))
                .all();
    }

    @Override
    public Mono<Boolean> put(ChatSettings settings) {
        return database.sql(settings.version() == 1 ? INSERT : UPDATE)
                .bind("queue", settings.queue())
                .bind("settings", Json.write(settings))
                .bind("version", settings.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .onErrorResume(Races::duplicate, _ -> Mono.just(false));
    }
}
