package de.stadttor.saml.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Fetches a metadata document without holding up anybody else: waiting for a slow provider takes no worker. */
final class MetadataSource {

    private static final int LARGEST = 1 << 20;

    private final HttpClient http;
    private final Duration patience;

    /** @param patience longest time that one download may take, from the connection to the last byte */
    MetadataSource(Duration patience) {
        this.patience = patience;
        http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /** The document's bytes, at most 1 MiB; fails with {@link IOException} or a timeout. */
    Mono<byte[]> fetch(URI location) {
        return switch (String.valueOf(location.getScheme())) {
            case "http", "https" -> download(location).timeout(patience);
            case "file" -> read(() -> Files.newInputStream(file(location)));
            case "classpath" -> read(() -> resource(location));
            default ->
                Mono.error(() ->
                        new IOException("scheme: " + location.getScheme() + " (expected: file, classpath or https)"));
        };
    }

    private Mono<byte[]> download(URI location) {
        return sent(HttpRequest.newBuilder(location).build())
                .flatMap(response -> response.statusCode() == 200
                        ? Mono.just(response.body())
                        : Mono.error(new IOException("status: " + response.statusCode() + " (expected: 200)")));
    }

    /**
     * The answer is a future beside the exchange: whoever gives up waiting cancels the answer, that ends the exchange,
     * and its complaint about being ended finds the answer settled and goes nowhere.
     */
    private Mono<HttpResponse<byte[]>> sent(HttpRequest request) {
        return Mono.defer(() -> {
            var exchange = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
            var answer = new CompletableFuture<HttpResponse<byte[]>>();
            var _ = exchange.whenComplete((response, failure) -> settle(answer, response, failure));
            var _ = answer.whenComplete((_, _) -> exchange.cancel(true));
            return Mono.fromFuture(answer);
        });
    }

    private static <T> void settle(CompletableFuture<T> answer, T value, @Nullable Throwable failure) {
        if (failure == null) {
            answer.complete(value);
        } else {
            answer.completeExceptionally(failure instanceof IOException ? failure : new IOException(failure));
        }
    }

    private static Mono<byte[]> read(Opening opening) {
        return Mono.fromCallable(() -> bounded(opening.open())).subscribeOn(Schedulers.boundedElastic());
    }

    /** How a document at hand is opened. */
    private interface Opening {
        InputStream open() throws IOException;
    }

    /** {@code file:idp.xml} is relative to where the application was started, and no URI that a path can be made of. */
    private static Path file(URI location) {
        return location.isOpaque() ? Path.of(location.getSchemeSpecificPart()) : Path.of(location);
    }

    private static InputStream resource(URI location) throws IOException {
        String path = location.getSchemeSpecificPart().replaceFirst("^/+", "");
        var stream = MetadataSource.class.getClassLoader().getResourceAsStream(path);
        if (stream == null) {
            throw new IOException("no such resource");
        }
        return stream;
    }

    private static byte[] bounded(InputStream stream) throws IOException {
        try (stream) {
            byte[] document = stream.readNBytes(LARGEST + 1);
            if (document.length > LARGEST) {
                throw new IOException("size: above 1 MiB");
            }
            return document;
        }
    }
}
