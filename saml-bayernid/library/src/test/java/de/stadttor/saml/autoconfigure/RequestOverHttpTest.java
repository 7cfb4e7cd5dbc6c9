package de.stadttor.saml.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.testidp.ServiceProviderMetadata;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way out: the page that posts itself, what it refuses to begin, and our metadata. */
@OverHttp
class RequestOverHttpTest {

    private final TestBrowser browser;

    RequestOverHttpTest(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @Test
    void sendsAPageThatCanDoNothingButPostItself() {
        var page = browser.get("/saml2/login/bayernid");
        String policy = page.getResponseHeaders().getFirst("Content-Security-Policy");

        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "script-src 'sha256-",
                        "form-action http://localhost",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.getResponseHeaders().getCacheControl()).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/saml2/login/bayernid?returnTo=https://evil.example",
                "/saml2/login/bayernid?returnTo=//evil.example",
                "/saml2/login/bayernid?returnTo=/%5Cevil.example",
                "/saml2/login/bayernid?level=highest"
            })
    void refusesToLeadAwayFromHereOrToALevelThatIsNone(String path) {
        assertThat(browser.get(path).getStatus().value()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/saml2/login/nobody", "/saml2/back/nobody", "/saml2/metadata/nobody"})
    void knowsNoProfileButItsOwn(String path) {
        assertThat(browser.get(path).getStatus().value()).isEqualTo(404);
    }

    @Test
    void publishesOurMetadata() {
        var answer = browser.get("/saml2/metadata/bayernid");
        String document = answer.getResponseBody();

        assertThat(answer.getResponseHeaders().getContentType()).hasToString("application/samlmetadata+xml");
        assertThat(ServiceProviderMetadata.read(document).consumers())
                .containsExactly(URI.create("http://localhost/saml2/acs/bayernid"));
        assertThat(document)
                .doesNotContain("validUntil", " ID=")
                .contains("Musterstadt \"&gt;&lt;script&gt;")
                .contains("Stadt Musterstadt</md:OrganizationName>", "contactType=\"technical\"")
                .contains("mailto:hilfe@musterstadt.example");
    }
}
