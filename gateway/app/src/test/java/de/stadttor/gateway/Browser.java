package de.stadttor.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a window: cookies, forms, and nobody who follows redirects unasked. */
final class Browser {

    static final String COOKIE = "stadttor-login";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final String url;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(String url) {
        this.url = url;
    }

    /** Another window of it, at another node or with other cookies to come. */
    Browser copy(String otherUrl) {
        var copy = new Browser(otherUrl);
        copy.cookies.putAll(cookies);
        return copy;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** Logs in to the very end. */
    Answer login(String profile, String level, String persona, String means, String returnTo) {
        return finish(profile, choose(start(profile, level, returnTo), persona, means));
    }

    Answer login(String level, String persona, String means) {
        return login("bayernid", level, persona, means, "/");
    }

    /** The page that posts itself to the identity provider. */
    Answer start(String profile, String level, String returnTo) {
        return get("/saml2/login/" + profile + "?level=" + level + "&returnTo=" + encoded(returnTo));
    }

    /** Chooses at the identity provider; gives the page that brings its answer. */
    Answer choose(Answer started, String persona, String means) {
        Answer choice = post("/demo/idp/sso", started.fields());
        Map<String, String> form = new LinkedHashMap<>(choice.fields());
        form.put("persona", persona);
        form.put("means", means);
        return post("/demo/idp/sso", form);
    }

    Answer finish(String profile, Answer answer) {
        return post("/saml2/acs/" + profile, answer.fields());
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    Answer postJson(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    String csrfToken() {
        return get("/api/citizen/v1/session").json().path("csrfToken").asString();
    }

    /** The level that counts now; empty for nobody. */
    String level() {
        return get("/api/citizen/v1/me").json().path("assuranceLevel").asString("");
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String[] cookie = header.split(";", 2)[0].split("=", 2);
        if (cookie[1].isEmpty()) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return text().isEmpty() ? JSON.createObjectNode() : JSON.readTree(text());
        }

        /** The hidden fields of the page's form. */
        Map<String, String> fields() {
            return Jsoup.parse(text()).select("input[type=hidden]").stream()
                    .collect(Collectors.toMap(
                            input -> input.attr("name"),
                            input -> input.attr("value"),
                            (one, _) -> one,
                            LinkedHashMap::new));
        }
    }
}
