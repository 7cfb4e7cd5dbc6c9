package de.stadttor.bench.bare;

import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Writes a case in one transaction, row by row, and answers after the commit. Nobody is asked who they are. */
final class BareIntake {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final CaseRows rows = new CaseRows("bare");

    BareIntake(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    Mono<ServerResponse> accept(ServerRequest request) {
        return request.bodyToMono(JsonNode.class)
                .flatMap(this::write)
                .flatMap(mark -> ServerResponse.status(201).bodyValue(Map.of("mark", mark)));
    }

    private Mono<String> write(JsonNode submission) {
        String mark = submission.path("submissionId").asString();
        return Flux.fromIterable(rows.of(mark, submission.path("text").asString()))
                .concatMap(this::insert)
                .then()
                .as(transaction::transactional)
                .thenReturn(mark);
    }

    private Mono<Void> insert(Insertion row) {
        return database.sql(row.named()).bindValues(row.values()).then();
    }
}
