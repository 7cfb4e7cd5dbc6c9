package de.stadttor.survival;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Many who submit without a pause and without regard for {@code Retry-After}; each keeps to one connection. */
final class Crowd {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebClient client;
    private final String name;
    private final int size;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    /** @param name tells its submissions from another crowd's */
    Crowd(String name, String url, String token, int size) {
        var connections = ConnectionProvider.builder("crowd")
                .maxConnections(size)
                .pendingAcquireMaxCount(size)
                .build();
        this.name = name;
        this.size = size;
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)))
                .baseUrl(url)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    /** Everybody submits for so long, each submission a new one. */
    List<Answer> submit(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        answers.clear();
        Flux.range(0, size)
                .flatMap(_ -> Flux.<Integer>generate(sink -> more(end, sink)).concatMap(this::one, 0), size)
                .then()
                .block(length.plus(PATIENCE).plus(PATIENCE));
        return List.copyOf(answers);
    }

    private void more(long end, SynchronousSink<Integer> sink) {
        if (System.nanoTime() < end) {
            sink.next(next.incrementAndGet());
        } else {
            sink.complete();
        }
    }

    private Mono<Answer> one(int number) {
        String mark = name + "-" + number;
        return Mono.defer(() -> {
            long begin = System.nanoTime();
            return client.post()
                    .uri("/api/intake/v1/submissions")
                    .bodyValue(Map.of("form", "insektennest", "submissionId", mark, "fields", Map.of("ort", mark)))
                    .exchangeToMono(response -> answer(response, mark, begin))
                    .timeout(PATIENCE)
                    .doOnNext(answers::add);
        });
    }

    private static Mono<Answer> answer(ClientResponse response, String mark, long begin) {
        boolean says = response.headers().asHttpHeaders().containsHeader(HttpHeaders.RETRY_AFTER);
        int status = response.statusCode().value();
        return response.releaseBody()
                .then(Mono.fromSupplier(
                        () -> new Answer(mark, status, says, Duration.ofNanos(System.nanoTime() - begin))));
    }

    /** @param retryAfter whether it said when to come again */
    record Answer(String mark, int status, boolean retryAfter, Duration after) {

        boolean accepted() {
            return status == 201;
        }
    }
}
