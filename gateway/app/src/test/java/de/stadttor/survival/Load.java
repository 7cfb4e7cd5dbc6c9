package de.stadttor.survival;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/** Submitters at work; each repeats a submission that got no answer, with the same key, until it is acknowledged. */
final class Load {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Retry AGAIN = Retry.fixedDelay(Long.MAX_VALUE, Duration.ofMillis(250));
    private static final Set<Integer> EXPECTED = Set.of(200, 201, 503);
    private static final int KNOWN_CITIZENS = 4;

    private final WebClient client;
    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final Set<String> surprises = ConcurrentHashMap.newKeySet();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile boolean ending;

    Load(String url, String token) {
        client = WebClient.builder()
                .baseUrl(url)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    /** Completes when every submitter has its last acknowledgement, after {@link #end}. */
    Mono<Void> run(int submitters) {
        return Flux.range(0, submitters).flatMap(this::submitOn, submitters).then();
    }

    void end() {
        ending = true;
    }

    int acknowledged() {
        return receipts.size();
    }

    int attempts() {
        return attempts.get();
    }

    List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    /** Answers that no client should ever see. */
    Set<String> surprises() {
        return Set.copyOf(surprises);
    }

    /** One submission and its acknowledgement, however long that takes. */
    Mono<Receipt> submit(String mark, @Nullable String citizen) {
        return client.post()
                .uri("/api/intake/v1/submissions")
                .header("Idempotency-Key", mark)
                .bodyValue(submission(mark, citizen))
                .exchangeToMono(this::answer)
                .timeout(PATIENCE)
                .doOnSubscribe(_ -> attempts.incrementAndGet())
                .retryWhen(AGAIN)
                .map(answer -> receipt(mark, answer))
                .doOnNext(receipts::add);
    }

    /** Every other submitter is anonymous; the rest share a few citizens, whose feeds grow at many hands. */
    private Flux<Receipt> submitOn(int submitter) {
        String citizen = submitter % 2 == 0 ? null : "loaded-" + submitter % KNOWN_CITIZENS;
        return Flux.<Integer, Integer>generate(() -> 0, (turn, sink) -> {
                    if (ending) {
                        sink.complete();
                    } else {
                        sink.next(turn);
                    }
                    return turn + 1;
                })
                .concatMap(turn -> submit("load-" + submitter + "-" + turn, citizen), 0);
    }

    private static Map<String, Object> submission(String mark, @Nullable String citizen) {
        Map<String, Object> anonymous =
                Map.of("form", "insektennest", "submissionId", mark, "fields", Map.of("ort", mark));
        if (citizen == null) {
            return anonymous;
        }
        var known = new ConcurrentHashMap<>(anonymous);
        known.put("citizen", Map.of("identity", Map.of("scheme", "bayernid", "bpk2", citizen, "spHost", "localhost")));
        return known;
    }

    private Mono<JsonNode> answer(ClientResponse response) {
        int status = response.statusCode().value();
        if (!EXPECTED.contains(status)) {
            return response.bodyToMono(String.class)
                    .doOnNext(body -> surprises.add(status + " " + body))
                    .then(response.createError());
        }
        return status == 503 ? response.createError() : response.bodyToMono(JsonNode.class);
    }

    private static Receipt receipt(String mark, JsonNode answer) {
        return new Receipt(
                mark,
                UUID.fromString(answer.path("ticketId").asString()),
                answer.path("number").asString(),
                Instant.parse(answer.path("receivedAt").asString()),
                answer.path("accessUrl").isNull()
                        ? null
                        : hash(answer.path("accessUrl").asString()));
    }

    private static String hash(String accessUrl) {
        byte[] token = accessUrl.substring(accessUrl.indexOf('#') + 1).getBytes(StandardCharsets.US_ASCII);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
