package de.stadttor.bench.machine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One persona's way to the program's APIs, for what a benchmark needs beside its load. */
public final class Api implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    private Api(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** @param persona of the demo, such as {@code caseworker} */
    public static Api of(Server program, String persona) throws IOException, InterruptedException {
        return new Api(program.url(), program.token(persona));
    }

    /**
     * Posts JSON.
     *
     * @throws IOException also when the answer is another than 200 or 201
     */
    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return answer(request(path).POST(json(body)));
    }

    /** Reads JSON. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path));
    }

    /**
     * Replaces what stands there.
     *
     * @param version of what is replaced
     */
    public JsonNode put(String path, long version, Object body) throws IOException, InterruptedException {
        return answer(request(path).header("If-Match", "\"" + version + "\"").PUT(json(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200 && response.statusCode() != 201) {
            throw new IOException("answered with status " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
