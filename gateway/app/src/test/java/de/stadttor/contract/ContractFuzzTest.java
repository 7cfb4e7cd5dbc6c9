package de.stadttor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.gateway.Clients;
import de.stadttor.gateway.GatewayTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Thousands of requests that nobody would think of: every answer keeps to its contract, none is a defect, and nothing
 * is half stored. {@code ./stadttor fuzz -n 1000000} runs it for longer.
 */
@GatewayTest
class ContractFuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(ContractFuzzTest.class);
    private static final int REQUESTS =
            Integer.getInteger("stadttor.fuzz.requests", System.getenv("CI") == null ? 2_000 : 10_000);
    private static final long SEED = Long.getLong("stadttor.fuzz.seed", 2026);
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("\"(?:id|next|ticketId|messageId)\":\\s*\"([^\"]{8,400})\"");

    private static final Map<String, List<String>> PERSONAS = Map.of(
            "/api/citizen/", List.of("citizen-high", "citizen-high?level=low", "other-citizen"),
            "/api/desk/", List.of("caseworker", "admin"),
            "/api/intake/", List.of("formserver", "callcentre", "admin"));

    private final RandomText text = new RandomText(new Random(SEED));
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    @Autowired
    private Clients clients;

    @Autowired
    private DatabaseClient database;

    @Test
    void nothingThatIsSentMakesTheProgramBreakItsContracts() {
        var requests = new RandomRequests(new Random(SEED), text, operations(), tokens());
        WebClient client = WebClient.builder()
                .baseUrl(clients.url())
                .filter(ContractCheck.ofAll())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                .build();
        Flux.range(1, REQUESTS)
                .map(_ -> requests.next())
                .flatMap(request -> sent(client, request), AT_ONCE)
                .then()
                .block();
        LOG.info("seed {}: {}", SEED, new TreeMap<>(answers));
        assertThat(broken).isEmpty();
        assertThat(answers).containsKeys("200", "201", "400", "401", "404", "422");
        assertNothingIsHalfStored();
    }

    private Map<String, List<String>> tokens() {
        return PERSONAS.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        api -> api.getValue().stream().map(clients::token).toList()));
    }

    private static List<Operation> operations() {
        return Contracts.load().operations().stream()
                .filter(operation -> operation.path().getPatternString().startsWith("/api/"))
                .toList();
    }

    private Mono<Void> sent(WebClient client, RandomRequests.Request request) {
        return client.method(request.method())
                .uri(clients.url() + request.uri())
                .attributes(ContractCheck.wrongOnPurpose())
                .headers(headers -> headers.putAll(request.headers()))
                .bodyValue(request.body() == null ? new byte[0] : request.body())
                .exchangeToMono(this::answer)
                .timeout(PATIENCE)
                .onErrorResume(failure -> Mono.fromRunnable(() -> broken.add(request + "\n  " + failure)));
    }

    private Mono<Void> answer(ClientResponse response) {
        answers.computeIfAbsent(Integer.toString(response.statusCode().value()), _ -> new LongAdder())
                .increment();
        boolean endless = response.headers()
                .contentType()
                .filter(MediaType.TEXT_EVENT_STREAM::isCompatibleWith)
                .isPresent();
        return endless
                ? response.bodyToFlux(String.class).take(1).then()
                : response.bodyToMono(String.class).doOnNext(this::learn).then();
    }

    private void learn(String body) {
        ID.matcher(body).results().limit(5).forEach(found -> text.learn(found.group(1)));
    }

    private void assertNothingIsHalfStored() {
        Stream.of(
                        "ticket t WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.ticket = t.id)",
                        "message m WHERE NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = m.ticket)",
                        "ticket t WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.stream = t.id AND e.kind ="
                                + " 'ticket-opened')",
                        "message_file f WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.id = f.message)",
                        "(SELECT 1 FROM event GROUP BY stream HAVING MAX(seq) <> COUNT(*)) gaps")
                .forEach(broken -> assertThat(count(broken)).as(broken).isZero());
    }

    private Long count(String from) {
        return database.sql("SELECT COUNT(*) FROM " + from)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
