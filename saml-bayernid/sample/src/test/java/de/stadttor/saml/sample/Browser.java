package de.stadttor.saml.sample;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Just enough of a browser: cookies, redirects, and the first form of a page. */
final class Browser {

    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>.*?</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new LocalCookies())
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    HttpResponse<String> open(URI address) {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** Posts the page's form with its own fields and some more. */
    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> more) {
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form on " + page.uri() + ": " + page.body());
        }
        var fields = fields(form.group());
        fields.putAll(more);
        String body = fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(target(page, attribute(form.group(1), "action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A form without an action goes to its own page. */
    private static URI target(HttpResponse<String> page, String action) {
        if (action.startsWith("?")) { // which the JDK resolves to the folder, unlike browsers
            return page.uri().resolve(page.uri().getRawPath() + action);
        }
        return action.isEmpty() ? page.uri() : page.uri().resolve(action);
    }

    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(form)
                .results()
                .map(MatchResult::group)
                .filter(Browser::isSent)
                .forEach(input -> {
                    String name = attribute(input, "name");
                    if (!name.isEmpty()) {
                        fields.put(name, attribute(input, "value"));
                    }
                });
        return fields;
    }

    private static boolean isSent(String input) {
        return !attribute(input, "type").equals("checkbox") || input.contains(" checked");
    }

    private static String attribute(String tag, String name) {
        var value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE)
                .matcher(tag);
        return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Browsers send secure cookies to localhost without TLS too; the JDK's cookies do not. */
    private static final class LocalCookies extends CookieManager {

        private static final Pattern SECURE = Pattern.compile(";\\s*Secure\\b", Pattern.CASE_INSENSITIVE);

        LocalCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) throws IOException {
            var changed = new HashMap<>(headers);
            changed.computeIfPresent(
                    "set-cookie",
                    (_, cookies) -> cookies.stream()
                            .map(each -> SECURE.matcher(each).replaceAll(""))
                            .toList());
            super.put(address, changed);
        }
    }
}
