package de.stadttor.saml.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Fetches a metadata document. Blocks, so it belongs on a worker. */
final class MetadataSource {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** The document's bytes, at most 1 MiB. */
    byte[] fetch(URI location) throws IOException, InterruptedException {
        return switch (String.valueOf(location.getScheme())) {
            case "http", "https" -> download(location);
            case "file" -> bounded(Files.newInputStream(Path.of(location)));
            case "classpath" -> bounded(resource(location));
            default ->
                throw new IOException("scheme: " + location.getScheme() + " (expected: file, classpath or https)");
        };
    }

    private byte[] download(URI location) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(location).timeout(PATIENCE).build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new IOException("status: " + response.statusCode() + " (expected: 200)");
        }
        return bounded(response.body());
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
