package de.stadttor.bench.login;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One browser after the other, each of whom logs in once. */
final class LoginClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern FIELD = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient http;
    private final String url;

    LoginClient(HttpClient http, String url) {
        this.http = http;
        this.url = url;
    }

    /**
     * A whole login at level high.
     *
     * @throws IOException also when it does not end with a session
     */
    LoginTime logIn() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var started = sent(get("/saml2/login/bayernid?level=high&returnTo=/"), 200);
        long left = System.nanoTime();
        Map<String, String> choice = fields(sent(post("/demo/idp/sso", fields(started), ""), 200));
        choice.put("persona", "citizen-high");
        choice.put("means", "eid");
        var answer = sent(post("/demo/idp/sso", choice, ""), 200);
        long back = System.nanoTime();
        var entered = sent(post("/saml2/acs/bayernid", fields(answer), cookie(started, "saml-login=")), 303);
        long ended = System.nanoTime();
        cookie(entered, "stadttor-login=");
        return new LoginTime(millis(ended - begun), millis(left - begun + ended - back));
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private HttpRequest.Builder post(String path, Map<String, String> form, String cookie) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = get(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> sent(HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException("answered with status " + response.statusCode());
        }
        return response;
    }

    private static Map<String, String> fields(HttpResponse<String> page) {
        return FIELD.matcher(page.body())
                .results()
                .collect(Collectors.toMap(
                        field -> field.group(1), field -> field.group(2), (one, _) -> one, LinkedHashMap::new));
    }

    private static String cookie(HttpResponse<String> response, String name) throws IOException {
        return response.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith(name))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow(() -> new IOException("no cookie " + name));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    /**
     * How long a login took, in milliseconds.
     *
     * @param whole with the identity provider, which is part of the demo
     * @param ours without it: beginning and end
     */
    record LoginTime(double whole, double ours) {}
}
