package de.stadttor.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Just enough of a browser: cookies, redirects one by one, and the first form of a page. */
final class TestBrowser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    HttpResponse<String> open(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    /** Where an address redirects to. */
    String redirected(String address) {
        var answer = open(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.uri()
                .resolve(answer.headers().firstValue("Location").orElseThrow())
                .toString();
    }

    /**
     * Logs in where a login begins, and ends where it returns to.
     *
     * @return the address that the login returned to
     */
    String logIn(String address, String persona, String means) {
        var choice = submit(open(address), Map.of());
        var answer = submit(choice, Map.of("persona", persona, "means", means));
        var entered = submit(answer, Map.of());
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(303);
        return entered.uri()
                .resolve(entered.headers().firstValue("Location").orElseThrow())
                .toString();
    }

    /** Forgets who it was. */
    void forget() {
        cookies.clear();
    }

    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> more) {
        Element form = Jsoup.parse(page.body(), page.uri().toString()).selectFirst("form");
        assertThat(form).as("form on %s: %s", page.uri(), page.body()).isNotNull();
        var fields = new LinkedHashMap<String, String>();
        ((FormElement) form).formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(more);
        return send(HttpRequest.newBuilder(target(page.uri(), form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin(page.uri()))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /** A form without an action goes to its own page. */
    private static URI target(URI page, String action) {
        return action.isEmpty() ? page : page.resolve(action);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
