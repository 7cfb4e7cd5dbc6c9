package de.stadttor.saml.autoconfigure;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** What a browser does in a login, step by step, so that a test can do something else at each. */
final class TestBrowser {

    static final String CONSUMER = "/saml2/acs/bayernid";

    private static final String PROVIDER = "/demo/idp/sso";

    final WebTestClient client;
    private final String here;

    TestBrowser(int port) {
        here = "http://localhost:" + port;
        client = WebTestClient.bindToServer().baseUrl(here).build();
    }

    /** A login that has reached the provider: the cookie of it, and the provider's form. */
    record Begun(String cookie, Map<String, String> form) {}

    Begun begin(String path) {
        var page = get(path);
        return new Begun(cookie(page), inputs(send(PROVIDER, inputs(page))));
    }

    Begun beginByRedirect(String path) {
        var response = get(path);
        URI away = response.getResponseHeaders().getLocation();
        return new Begun(cookie(response), inputs(get(here(away.getRawPath() + "?" + away.getRawQuery()))));
    }

    /** The provider's answer, about to be posted to us. */
    Map<String, String> answer(Begun begun, String person, String means) {
        return inputs(decide(begun, Map.of("persona", person, "means", means)));
    }

    /** Whatever the provider says to a choice on its page. */
    EntityExchangeResult<String> decide(Begun begun, Map<String, String> choice) {
        var form = new LinkedHashMap<>(begun.form());
        form.putAll(choice);
        return send(PROVIDER, form);
    }

    EntityExchangeResult<String> login(String person) {
        var begun = begin("/saml2/login/bayernid");
        return post(answer(begun, person, "eid"), begun.cookie(), CONSUMER);
    }

    EntityExchangeResult<String> post(Map<String, String> form, String cookie, String path) {
        return result(client.post().uri(path).cookie("saml-login", cookie).body(inserter(form)));
    }

    EntityExchangeResult<String> postWithSession(Map<String, String> form, String cookie, String session) {
        return result(client.post()
                .uri(CONSUMER)
                .cookie("saml-login", cookie)
                .cookie("SESSION", session)
                .body(inserter(form)));
    }

    int postRaw(String body, String cookie) {
        return result(client.post()
                        .uri(CONSUMER)
                        .cookie("saml-login", cookie)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .bodyValue(body))
                .getStatus()
                .value();
    }

    EntityExchangeResult<String> get(String path) {
        return get(here(path));
    }

    EntityExchangeResult<String> get(String path, String session) {
        return result(client.get().uri(path).cookie("SESSION", session));
    }

    /** Without the client's own encoding of the path. */
    URI here(String path) {
        return URI.create(here + path);
    }

    static String session(EntityExchangeResult<String> result) {
        return result.getResponseCookies().getFirst("SESSION").getValue();
    }

    static Map<String, String> inputs(EntityExchangeResult<String> page) {
        var inputs = new LinkedHashMap<String, String>();
        Jsoup.parse(page.getResponseBody())
                .select("input[type=hidden]")
                .forEach(each -> inputs.put(each.attr("name"), each.attr("value")));
        return inputs;
    }

    private EntityExchangeResult<String> get(URI address) {
        return result(client.get().uri(address));
    }

    private EntityExchangeResult<String> send(String path, Map<String, String> form) {
        return result(client.post().uri(path).body(inserter(form)));
    }

    private static EntityExchangeResult<String> result(WebTestClient.RequestHeadersSpec<?> request) {
        return request.exchange().expectBody(String.class).returnResult();
    }

    private static String cookie(EntityExchangeResult<String> response) {
        return response.getResponseCookies().getFirst("saml-login").getValue();
    }

    private static BodyInserters.FormInserter<String> inserter(Map<String, String> form) {
        BodyInserters.FormInserter<String> inserter = BodyInserters.fromFormData("x", "y");
        form.forEach(inserter::with);
        return inserter;
    }
}
