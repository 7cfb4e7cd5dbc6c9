package de.stadttor.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.contract.ContractCheck;
import de.stadttor.gateway.Clients;
import de.stadttor.gateway.GatewayTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Two equal submissions at the same instant. */
@GatewayTest
class TwinsTest {

    private static final int PAIRS = 150;
    private static final int PAIRS_AT_ONCE = 6;

    @Autowired
    private Clients clients;

    @Autowired
    private DatabaseClient database;

    @Test
    void makesOneTicketOfEachPairAndTellsBothTheSame() {
        WebClient client = WebClient.builder()
                .baseUrl(clients.url())
                .filter(ContractCheck.ofAll())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + clients.token("formserver"))
                .build();
        List<Pair> pairs = Flux.range(0, PAIRS)
                .flatMap(number -> pair(client, "twin-" + number), PAIRS_AT_ONCE)
                .collectList()
                .block(Duration.ofSeconds(120));
        assertThat(pairs).hasSize(PAIRS).allSatisfy(TwinsTest::assertTwins);
        assertThat(pairs).extracting(Pair::ticket).doesNotHaveDuplicates();
        assertThat(ticketsOfTwins()).isEqualTo(PAIRS);
    }

    private static Mono<Pair> pair(WebClient client, String mark) {
        return Mono.zip(submit(client, mark), submit(client, mark), Pair::new);
    }

    private static Mono<ResponseEntity<JsonNode>> submit(WebClient client, String mark) {
        return client.post()
                .uri("/api/intake/v1/submissions")
                .header("Idempotency-Key", mark)
                .bodyValue(Map.of("form", "insektennest", "submissionId", mark, "fields", Map.of("ort", mark)))
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private static void assertTwins(Pair pair) {
        assertThat(List.of(
                        pair.one().getStatusCode().value(),
                        pair.other().getStatusCode().value()))
                .containsExactlyInAnyOrder(201, 200);
        assertThat(pair.one().getBody()).isEqualTo(pair.other().getBody());
        assertThat(replayed(pair.one())).isEqualTo(pair.one().getStatusCode().value() == 200);
        assertThat(replayed(pair.other()))
                .isEqualTo(pair.other().getStatusCode().value() == 200);
    }

    private static boolean replayed(ResponseEntity<JsonNode> answer) {
        return "true".equals(answer.getHeaders().getFirst("Idempotency-Replayed"));
    }

    private Long ticketsOfTwins() {
        return database.sql("SELECT COUNT(*) FROM ticket WHERE JSON_VALUE(fields, '$.ort') LIKE 'twin-%'")
                .mapValue(Long.class)
                .one()
                .block();
    }

    private record Pair(ResponseEntity<JsonNode> one, ResponseEntity<JsonNode> other) {

        String ticket() {
            return one.getBody().path("ticketId").asString();
        }
    }
}
