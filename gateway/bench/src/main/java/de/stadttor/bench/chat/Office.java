package de.stadttor.bench.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program with its operators; each chat is begun by a stranger and taken by the next operator with a free seat. */
final class Office implements Place {

    static final String QUEUE = "buergerbuero";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ARRIVING_AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http;
    private final String url;
    private final Tally tally;
    private final List<OperatorClient> operators = new ArrayList<>();

    private Office(HttpClient http, String url, Tally tally) {
        this.http = http;
        this.url = url;
        this.tally = tally;
    }

    /** @param tokens of operators; the first one takes no chats, and keeps the door open for the others */
    static Office staffed(HttpClient http, String url, List<String> tokens, Tally tally) {
        var office = new Office(http, url, tally);
        OperatorClient.available(tally).arrive(http, url, tokens.getFirst()).block(PATIENCE);
        Flux.fromIterable(tokens.subList(1, tokens.size()))
                .flatMapSequential(token -> OperatorClient.silent(tally).arrive(http, url, token), ARRIVING_AT_ONCE)
                .doOnNext(office.operators::add)
                .blockLast(PATIENCE);
        return office;
    }

    @Override
    public Mono<CitizenClient> begin(int number) {
        OperatorClient operator = operators.get(number / OperatorClient.SEATS);
        return challenge()
                .flatMap(challenge -> new CitizenClient(number, tally, operator::accept)
                        .begin(http, url + "/chat/v1", opening(number, challenge)));
    }

    private Mono<JsonNode> challenge() {
        return http.get()
                .uri(url + "/chat/v1/challenge")
                .responseSingle((answer, body) -> answer.status().code() == 200
                        ? body.asString()
                        : Mono.error(() -> new IllegalStateException("no challenge: " + answer.status())))
                .retryWhen(Wire.AGAIN)
                .map(JSON::readTree);
    }

    private static Map<String, Object> opening(int number, JsonNode challenge) {
        return Map.of(
                "type",
                "open",
                "clientId",
                UUID.randomUUID().toString(),
                "queue",
                QUEUE,
                "language",
                "de",
                "text",
                new Mark(number, 0).text(),
                "proof",
                Proof.of(challenge));
    }
}
