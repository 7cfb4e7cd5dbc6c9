package de.stadttor.store.letters;

import de.stadttor.letters.LetterTemplate;
import de.stadttor.letters.LetterTemplate.Words;
import de.stadttor.letters.LetterTemplates;
import de.stadttor.store.Columns;
import de.stadttor.store.Races;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcLetterTemplates implements LetterTemplates {

    private static final String OF = " WHERE queue = :queue AND kind = :kind AND language = :language";

    private final DatabaseClient database;

    R2dbcLetterTemplates(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<LetterTemplate> find(LetterTemplate.Key key) {
        return of(key, "SELECT subject, text, html, version FROM letter_template" + OF)
                .map(row -> new LetterTemplate(
                        key,
                        new Words(
                                Columns.text(row, "subject"), Columns.text(row, "text"), row.get("html", String.class)),
                        Columns.number(row, "version")))
                .one();
    }

    /** The first version is inserted; two who do so at once meet at the primary key. */
    @Override
    public Mono<Boolean> put(LetterTemplate template) {
        String sql = template.version() == 1 ? """
            INSERT INTO letter_template (queue, kind, language, subject, text, html, version)
            VALUES (:queue, :kind, :language, :subject, :text, :html, :version)
            """ : """
                UPDATE letter_template SET subject = :subject, text = :text, html = :html, version = :version
                """ + OF + " AND version = :version - 1";
        Words words = template.words();
        return of(template.key(), sql)
                .bind("subject", words.subject())
                .bind("text", words.text())
                .bind("html", Columns.nullable(words.html(), String.class))
                .bind("version", template.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .onErrorResume(Races::duplicate, _ -> Mono.just(false));
    }

    @Override
    public Flux<Picture> pictures(String queue) {
        return database.sql("SELECT name, media_type, bytes FROM letter_picture WHERE queue = :queue ORDER BY name")
                .bind("queue", queue)
                .map(row -> new Picture(
                        queue,
                        Columns.text(row, "name"),
                        Columns.text(row, "media_type"),
                        new Bytes(Objects.requireNonNull(row.get("bytes", byte[].class)))))
                .all();
    }

    @Override
    public Mono<Void> putPicture(Picture picture) {
        return database.sql("""
            INSERT INTO letter_picture (queue, name, media_type, bytes) VALUES (:queue, :name, :type, :bytes)
                ON DUPLICATE KEY UPDATE media_type = VALUES(media_type), bytes = VALUES(bytes)
            """)
                .bind("queue", picture.queue())
                .bind("name", picture.name())
                .bind("type", picture.mediaType())
                .bind("bytes", picture.bytes().copy())
                .then();
    }

    @Override
    public Mono<Void> removePicture(String queue, String name) {
        return database.sql("DELETE FROM letter_picture WHERE queue = :queue AND name = :name")
                .bind("queue", queue)
                .bind("name", name)
                .then();
    }

    private GenericExecuteSpec of(LetterTemplate.Key key, String sql) {
        return database.sql(sql)
                .bind("queue", key.queue())
                .bind("kind", key.kind().code())
                .bind("language", key.language());
    }
}
