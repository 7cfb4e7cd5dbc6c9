package de.stadttor.store.chats;

import static de.stadttor.store.Columns.flag;
import static de.stadttor.store.Columns.instant;
import static de.stadttor.store.Columns.instantOrNull;
import static de.stadttor.store.Columns.nullable;
import static de.stadttor.store.Columns.number;
import static de.stadttor.store.Columns.text;
import static de.stadttor.store.Columns.utc;
import static de.stadttor.store.Columns.uuid;

import de.stadttor.chats.Chat;
import de.stadttor.chats.ChatId;
import de.stadttor.chats.Ending;
import de.stadttor.chats.Passage;
import de.stadttor.chats.Stage;
import de.stadttor.people.CitizenId;
import de.stadttor.store.Json;
import de.stadttor.ticketing.TicketId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** How a chat stands in its row. */
final class ChatRows {

    static final String WAITING = "waiting";
    static final String RUNNING = "running";
    static final String OVER = "over";

    private ChatRows() {}

    static Chat chat(Readable row) {
        return new Chat(
                new ChatId(uuid(row, "id")),
                new Chat.About(
                        new TicketId(uuid(row, "ticket")),
                        new CitizenId(uuid(row, "citizen")),
                        flag(row, "known"),
                        text(row, "language"),
                        Math.toIntExact(number(row, "place")),
                        instant(row, "opened_at")),
                text(row, "queue"),
                stage(row),
                new Passage(
                        text(row, "secret"),
                        row.get("used_secret", String.class),
                        number(row, "connection"),
                        flag(row, "came_back")),
                new Chat.Seen(number(row, "citizen_position"), number(row, "office_position")),
                row.get("stars", Integer.class),
                flag(row, "transcript"),
                number(row, "version"));
    }

    private static Stage stage(Readable row) {
        Instant since = instant(row, "stage_since");
        return switch (text(row, "stage")) {
            case WAITING ->
                new Stage.Waiting(since, offer(row), Set.of(Json.read(text(row, "declined"), String[].class)));
            case RUNNING -> new Stage.Running(since, text(row, "operator"));
            default -> new Stage.Over(since, Ending.of(text(row, "ending")));
        };
    }

    private static Stage.@Nullable Offer offer(Readable row) {
        Instant until = instantOrNull(row, "offer_until");
        return until == null ? null : new Stage.Offer(text(row, "operator"), until);
    }

    /** Binds what can change. */
    static GenericExecuteSpec bind(GenericExecuteSpec statement, Chat chat, Instant now) {
        return stage(statement, chat.stage())
                .bind("id", chat.id().value())
                .bind("queue", chat.queue())
                .bind("secret", chat.passage().newest())
                .bind("used_secret", nullable(chat.passage().used(), String.class))
                .bind("connection", chat.passage().connection())
                .bind("came_back", chat.passage().cameBack())
                .bind("citizen_position", chat.seen().citizen())
                .bind("office_position", chat.seen().office())
                .bind("stars", nullable(chat.stars(), Integer.class))
                .bind("transcript", chat.transcript())
                .bind("now", utc(now))
                .bind("version", chat.version());
    }

    private static GenericExecuteSpec stage(GenericExecuteSpec statement, Stage stage) {
        String ending = stage instanceof Stage.Over over ? over.ending().code() : null;
        LocalDateTime taken = stage instanceof Stage.Running running ? utc(running.since()) : null;
        return statement
                .bind("stage", code(stage))
                .bind("stage_since", utc(stage.since()))
                .bind("operator", nullable(stage.operator(), String.class))
                .bind("offer_until", nullable(until(stage), LocalDateTime.class))
                .bind("declined", Json.write(stage instanceof Stage.Waiting waiting ? waiting.declined() : Set.of()))
                .bind("ending", nullable(ending, String.class))
                .bind("taken_at", nullable(taken, LocalDateTime.class));
    }

    private static String code(Stage stage) {
        return switch (stage) {
            case Stage.Waiting _ -> WAITING;
            case Stage.Running _ -> RUNNING;
            case Stage.Over _ -> OVER;
        };
    }

    private static @Nullable LocalDateTime until(Stage stage) {
        return stage instanceof Stage.Waiting waiting && waiting.offer() != null
                ? utc(Objects.requireNonNull(waiting.offer()).until())
                : null;
    }
}
