package de.stadttor.saml.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import de.stadttor.saml.login.BrowserSecret;
import de.stadttor.saml.login.StartedLogin;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whatever stands in the request, the page stays one form with two hidden fields and one script. */
class AutoPostPageTest {

    private static final URI PLAIN = URI.create("https://idp.test.example/sso");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><script>alert(1)</script>",
                "'><img src=x onerror=alert(1)>",
                "</form><form action=https://evil.example>",
                "\" autofocus onfocus=\"alert(1)",
                "&quot;&#34;&amp;<!--",
                "ä𝒳\u2028`${alert(1)}"
            })
    void keepsHostileValuesInsideTheirFields(String hostile) {
        Document page = parsed(page(new StartedLogin.Form(BrowserSecret.random(), PLAIN, hostile, hostile)));

        assertThat(page.select("input[type=hidden]").eachAttr("value")).containsExactly(hostile, hostile);
        assertOnlyOurForm(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://idp.test.example/sso?a='onmouseover='alert(1)&quot;b",
                "https://idp.test.example/sso?a=1&b=2#'--%3E%3Cscript%3E",
                "https://idp.test.example/sso;script-src%20*"
            })
    void keepsAHostileAddressInsideItsAttribute(String address) {
        var answer = page(new StartedLogin.Form(BrowserSecret.random(), URI.create(address), "AAAA", "x"));
        Document page = parsed(answer);

        assertThat(page.select("form").attr("action")).isEqualTo(address);
        assertOnlyOurForm(page);
        assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy"))
                .endsWith("; form-action https://idp.test.example");
    }

    @Test
    void allowsExactlyTheScriptThatItCarries() {
        var answer = page(new StartedLogin.Form(BrowserSecret.random(), PLAIN, "AAAA", "x"));
        String script = parsed(answer).select("script").getFirst().data();

        assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("script-src " + Page.hash(script) + ";");
    }

    private static void assertOnlyOurForm(Document page) {
        assertThat(page.select("form")).hasSize(1);
        assertThat(page.select("input")).hasSize(2);
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("img, iframe, object, link, base, svg")).isEmpty();
        assertThat(page.getAllElements())
                .noneMatch(element -> element.attributes().asList().stream()
                        .anyMatch(attribute -> attribute.getKey().startsWith("on")));
    }

    private static Document parsed(EntityExchangeResult<String> answer) {
        return Jsoup.parse(answer.getResponseBody());
    }

    private static EntityExchangeResult<String> page(StartedLogin.Form form) {
        var cookie = new LoginCookie(new SamlPaths(URI.create("https://gateway.example")), Duration.ofMinutes(15));
        return WebTestClient.bindToRouterFunction(
                        route(GET("/"), _ -> AutoPostPage.respond(form, Locale.GERMAN, cookie)))
                .build()
                .get()
                .uri("/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
    }
}
