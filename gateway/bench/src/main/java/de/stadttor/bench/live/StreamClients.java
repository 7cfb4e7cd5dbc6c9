package de.stadttor.bench.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * A block of streams in a process of its own. It is told by lines of its standard input, and answers each with one: how
 * many streams began, how many of them it reads no more, how many have ended, how many deliveries it has written down.
 */
final class StreamClients {

    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};
    private static final int CONNECTING_AT_ONCE = 64;
    /** Of as many, one is slow. */
    static final int SLOW = 10;

    private final WebClient http;
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final List<StreamClient> clients = new ArrayList<>();

    private StreamClients(String url, String source) {
        var provider = ConnectionProvider.newConnection();
        var client = HttpClient.create(provider).bindAddress(() -> new InetSocketAddress(source, 0));
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .baseUrl(url)
                .build();
    }

    /** @param arguments URL of the program, own address, file of tokens, file for deliveries */
    public static void main(String[] arguments) throws IOException {
        var block = new StreamClients(arguments[0], arguments[1]);
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(block.connect(Files.readAllLines(Path.of(arguments[2]))));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            System.out.println(
                    switch (command) {
                        case "slow" -> block.slow();
                        case "ended" -> block.ended();
                        case "deliveries" -> block.write(Path.of(arguments[3]));
                        default -> throw new IllegalArgumentException(command);
                    });
        }
        System.exit(0);
    }

    /** How many streams could begin. */
    private long connect(List<String> tokens) {
        return Flux.fromIterable(tokens)
                .flatMap(this::connect, CONNECTING_AT_ONCE)
                .count()
                .blockOptional(Duration.ofMinutes(10))
                .orElseThrow();
    }

    private Mono<Boolean> connect(String token) {
        int number = clients.size();
        var client = new StreamClient(message -> deliveries.add(Delivery.now(number, message)));
        clients.add(client);
        http.get()
                .uri("/api/citizen/v1/events")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .retrieve()
                .bodyToFlux(EVENT)
                .subscribe(client);
        return client.begun().thenReturn(true).onErrorComplete();
    }

    /** Every tenth stream is read no more. */
    private long slow() {
        long slow = 0;
        for (int i = 0; i < clients.size(); i += SLOW) {
            clients.get(i).readNoMore();
            slow++;
        }
        return slow;
    }

    private long ended() {
        return clients.stream().filter(StreamClient::ended).count();
    }

    private long write(Path file) throws IOException {
        List<String> lines = deliveries.stream().map(Delivery::toString).toList();
        Files.write(file, lines);
        return lines.size();
    }
}
