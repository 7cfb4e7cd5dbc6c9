package de.stadttor.bench.bare;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acknowledges what was written after the commit of its rows. Nobody is asked who they are, nobody else is told. */
final class BareChat {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final CaseRows cases = new CaseRows("chat");

    BareChat(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    Mono<Void> talk(WebsocketInbound in, WebsocketOutbound out) {
        var rows = new ChatRows();
        Flux<TextWebSocketFrame> answers = in.receive()
                .asString()
                .map(JSON::readTree)
                .concatMap(frame -> answer(rows, frame))
                .map(answer -> new TextWebSocketFrame(JSON.writeValueAsString(answer)));
        return out.sendObject(answers, _ -> true).then();
    }

    private Flux<Map<String, Object>> answer(ChatRows rows, JsonNode frame) {
        String text = frame.path("text").asString();
        return frame.path("type").asString().equals("open") ? open(rows, text) : write(rows, frame, text);
    }

    private Flux<Map<String, Object>> open(ChatRows rows, String text) {
        return insert(rows.first(cases, text))
                .as(transaction::transactional)
                .thenMany(Flux.just(
                        Map.of("type", "opened", "chat", rows.ticket().toString(), "position", rows.written()),
                        Map.of("type", "assigned")));
    }

    private Flux<Map<String, Object>> write(ChatRows rows, JsonNode frame, String text) {
        return Mono.defer(() -> insert(rows.further(text)))
                .then(Mono.defer(() -> count(rows)))
                .as(transaction::transactional)
                .thenReturn(frame.path("clientId").asString())
                .<Map<String, Object>>map(
                        id -> Map.of("type", "acknowledged", "clientId", id, "position", rows.written()))
                .flux();
    }

    private Mono<Void> insert(List<Insertion> rows) {
        return Flux.fromIterable(rows)
                .concatMap(row ->
                        database.sql(row.named()).bindValues(row.values()).then())
                .then();
    }

    /** What is changed rather than written: the ticket, and the counters of its stream and its citizen's feed. */
    private Mono<Void> count(ChatRows rows) {
        return change("UPDATE event_stream SET next_seq = next_seq + 1 WHERE id = :id", rows.ticket())
                .then(change("UPDATE citizen_feed SET head = head + 1 WHERE citizen = :id", rows.guest()))
                .then(change(
                        "UPDATE ticket SET updated_at = NOW(6), version = version + 1 WHERE id = :id", rows.ticket()));
    }

    private Mono<Void> change(String sql, UUID id) {
        return database.sql(sql).bind("id", id).then();
    }
}
