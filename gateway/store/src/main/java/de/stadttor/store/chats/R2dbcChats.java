package de.stadttor.store.chats;

import static de.stadttor.store.Columns.instant;
import static de.stadttor.store.Columns.number;
import static de.stadttor.store.Columns.text;
import static de.stadttor.store.Columns.utc;
import static de.stadttor.store.Columns.uuid;

import de.stadttor.chats.Chat;
import de.stadttor.chats.ChatId;
import de.stadttor.chats.Chats;
import de.stadttor.chats.SharedTime;
import de.stadttor.chats.WaitEstimate.Wait;
import de.stadttor.ticketing.TicketId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcChats implements Chats {

    /** By the index: in the order of the primary key all the chats would be read that have long been over. */
    private static final String QUIET = """
        SELECT * FROM chat FORCE INDEX (ix_chat_line)
         WHERE stage IN ('waiting', 'running') AND (stage_since < :unchanged OR citizen_seen_at < :unseen) %s
         ORDER BY id LIMIT :limit
        """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcChats(DatabaseClient database, SharedTime time) {
        this.database = database;
        this.clock = time.clock();
    }

    @Override
    public Mono<Void> add(Chat chat) {
        return Mono.defer(() -> ChatRows.bind(database.sql("""
            INSERT INTO chat (id, ticket, citizen, known, language, place, opened_at, queue, stage, stage_since,
                   operator, offer_until, declined, ending, taken_at, secret, used_secret, connection, came_back,
                   citizen_position, office_position, citizen_seen_at, stars, transcript, changed_at, version)
            VALUES (:id, :ticket, :citizen, :known, :language, :place, :opened_at, :queue, :stage, :stage_since,
                   :operator, :offer_until, :declined, :ending, :taken_at, :secret, :used_secret, :connection,
                   :came_back, :citizen_position, :office_position, :now, :stars, :transcript, :now, :version)
            """), chat, clock.instant())
                .bind("ticket", chat.about().ticket().value())
                .bind("citizen", chat.about().citizen().value())
                .bind("known", chat.about().known())
                .bind("language", chat.about().language())
                .bind("place", chat.about().place())
                .bind("opened_at", utc(chat.about().openedAt()))
                .then());
    }

    @Override
    public Mono<Chat> find(ChatId id) {
        return database.sql("SELECT * FROM chat WHERE id = :id")
                .bind("id", id.value())
                .map(ChatRows::chat)
                .one();
    }

    @Override
    public Mono<Chat> hold(ChatId id) {
        return database.sql("SELECT * FROM chat WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .map(ChatRows::chat)
                .one();
    }

    @Override
    public Mono<Void> put(Chat after) {
        return Mono.defer(
                () -> ChatRows.bind(database.sql("""
                    UPDATE chat
                       SET queue = :queue, stage = :stage, stage_since = :stage_since, operator = :operator,
                           offer_until = :offer_until, declined = :declined, ending = :ending,
                           taken_at = COALESCE(taken_at, :taken_at), secret = :secret, used_secret = :used_secret,
                           connection = :connection, came_back = :came_back, citizen_position = :citizen_position,
                           office_position = :office_position, stars = :stars, transcript = :transcript,
                           changed_at = :now, version = :version
                     WHERE id = :id
                    """), after, clock.instant()).then());
    }

    @Override
    public Flux<Chat> waiting(String queue, int limit) {
        return inStage(ChatRows.WAITING, queue, limit);
    }

    @Override
    public Flux<Chat> running(String queue, int limit) {
        return inStage(ChatRows.RUNNING, queue, limit);
    }

    private Flux<Chat> inStage(String stage, String queue, int limit) {
        return database.sql("SELECT * FROM chat WHERE stage = :stage AND queue = :queue ORDER BY opened_at, id LIMIT"
                        + " :limit")
                .bind("stage", stage)
                .bind("queue", queue)
                .bind("limit", limit)
                .map(ChatRows::chat)
                .all();
    }

    @Override
    public Flux<Chat> unoffered(int limit) {
        return database.sql("""
            SELECT * FROM (SELECT chat.*, ROW_NUMBER() OVER (PARTITION BY queue ORDER BY opened_at, id) AS nth
                             FROM chat WHERE stage = 'waiting' AND operator IS NULL) AS line
             WHERE nth <= :limit ORDER BY opened_at, id
            """).bind("limit", limit).map(ChatRows::chat).all();
    }

    @Override
    public Flux<Chat> lapsed(Instant now, int limit) {
        return database.sql("""
            SELECT * FROM chat WHERE stage = 'waiting' AND offer_until <= :now ORDER BY offer_until, id LIMIT :limit
            """)
                .bind("now", utc(now))
                .bind("limit", limit)
                .map(ChatRows::chat)
                .all();
    }

    @Override
    public Flux<Chat> ofOperator(String operator) {
        return database.sql("SELECT * FROM chat WHERE operator = :operator AND stage <> 'over' ORDER BY opened_at, id")
                .bind("operator", operator)
                .map(ChatRows::chat)
                .all();
    }

    @Override
    public Mono<Map<String, Integer>> loads() {
        return database.sql("""
            SELECT operator, COUNT(*) AS chats FROM chat
             WHERE stage IN ('waiting', 'running') AND operator IS NOT NULL GROUP BY operator
            """)
                .map(row -> Map.entry(text(row, "operator"), Math.toIntExact(number(row, "chats"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Integer> ahead(String queue, Instant before) {
        return database.sql(
                        "SELECT COUNT(*) AS ahead FROM chat WHERE stage = 'waiting' AND queue = :queue AND opened_at <"
                                + " :before")
                .bind("queue", queue)
                .bind("before", utc(before))
                .map(row -> Math.toIntExact(number(row, "ahead")))
                .one();
    }

    @Override
    public Flux<Wait> waits(String queue, int limit) {
        return database.sql("""
            SELECT place, opened_at, taken_at FROM chat
             WHERE queue = :queue AND taken_at IS NOT NULL ORDER BY taken_at DESC LIMIT :limit
            """)
                .bind("queue", queue)
                .bind("limit", limit)
                .map(row -> new Wait(
                        Math.toIntExact(number(row, "place")),
                        Duration.between(instant(row, "opened_at"), instant(row, "taken_at"))))
                .all();
    }

    @Override
    public Flux<Change> changedSince(Instant since) {
        return database.sql("SELECT id, queue, operator, version FROM chat WHERE changed_at >= :since")
                .bind("since", utc(since))
                .map(row -> new Change(
                        new ChatId(uuid(row, "id")),
                        text(row, "queue"),
                        row.get("operator", String.class),
                        number(row, "version")))
                .all();
    }

    @Override
    public Mono<Void> seen(Collection<ChatId> chats, Instant now) {
        return chats.isEmpty()
                ? Mono.empty()
                : database.sql("UPDATE chat SET citizen_seen_at = :now WHERE id IN (:chats)")
                        .bind("now", utc(now))
                        .bind("chats", chats.stream().map(ChatId::value).toList())
                        .then();
    }

    @Override
    public Mono<Instant> seenAt(ChatId chat) {
        return database.sql("SELECT citizen_seen_at FROM chat WHERE id = :id")
                .bind("id", chat.value())
                .map(row -> instant(row, "citizen_seen_at"))
                .one();
    }

    @Override
    public Flux<Quiet> quiet(Instant unchanged, Instant unseen, @Nullable ChatId after, int limit) {
        var query = database.sql(QUIET.formatted(after == null ? "" : "AND id > :after"))
                .bind("unchanged", utc(unchanged))
                .bind("unseen", utc(unseen))
                .bind("limit", limit);
        return (after == null ? query : query.bind("after", after.value()))
                .map(row -> new Quiet(ChatRows.chat(row), instant(row, "citizen_seen_at")))
                .all();
    }

    @Override
    public Mono<Chat> ofTicket(TicketId ticket) {
        return database.sql("SELECT * FROM chat WHERE ticket = :ticket")
                .bind("ticket", ticket.value())
                .map(ChatRows::chat)
                .one();
    }

    @Override
    public Mono<Long> expire(Instant before) {
        return database.sql("DELETE FROM chat WHERE stage = 'over' AND stage_since < :before LIMIT 10000")
                .bind("before", utc(before))
                .fetch()
                .rowsUpdated();
    }
}
