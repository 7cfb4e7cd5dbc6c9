package de.stadttor.saml.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.testidp.People;
import de.stadttor.saml.testidp.ProviderRoutes;
import de.stadttor.saml.testidp.ServiceProviderMetadata;
import de.stadttor.saml.testidp.TestIdentityProvider;
import de.stadttor.saml.testidp.answer.IdpKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class SampleWithTestProviderTest {

    @TempDir
    Path folder;

    @Test
    void greetsACitizenWhoLoggedInAndRaisesTheLevelOnDemand() throws IOException {
        int samplePort = Sample.freePort();
        int providerPort = Sample.freePort();
        var address = URI.create("http://localhost:" + providerPort + "/idp");
        var browser = new Browser();
        var provider = provider(address, samplePort, browser);
        Path metadata = Files.writeString(folder.resolve("idp.xml"), provider.metadata());
        DisposableServer server = serve(provider, providerPort);
        try (var sample = Sample.start(samplePort, address.toString(), metadata)) {
            var greeted = login(browser, sample.start(), "elster");
            var raised = login(browser, sample.login("high"), "eid");

            assertThat(greeted.body()).isEqualTo("Guten Tag, MUSTERMANN! Vertrauensniveau: substantial");
            assertThat(raised.body()).isEqualTo("Guten Tag, MUSTERMANN! Vertrauensniveau: high");
        } finally {
            server.disposeNow();
        }
    }

    private static HttpResponse<String> login(Browser browser, URI from, String means) {
        var choice = browser.submit(browser.open(from), Map.of());
        var answer = browser.submit(choice, Map.of("persona", "citizen-high", "means", means));
        return browser.submit(answer, Map.of());
    }

    private static TestIdentityProvider provider(URI address, int samplePort, Browser browser) {
        return new TestIdentityProvider(
                address,
                IdpKey.generate("test identity provider"),
                entityId -> Optional.of(entityId)
                        .filter(Sample.entityId(samplePort)::equals)
                        .map(known -> browser.open(URI.create(known)).body())
                        .map(ServiceProviderMetadata::read),
                Clock.systemUTC());
    }

    private static DisposableServer serve(TestIdentityProvider provider, int port) {
        var routes = new ProviderRoutes(provider, People.all()).under("/idp");
        return HttpServer.create()
                .host("localhost")
                .port(port)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                .bindNow();
    }
}
