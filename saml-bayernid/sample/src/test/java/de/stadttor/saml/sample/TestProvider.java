package de.stadttor.saml.sample;

import de.stadttor.saml.testidp.ConductRoutes;
import de.stadttor.saml.testidp.People;
import de.stadttor.saml.testidp.ProviderRoutes;
import de.stadttor.saml.testidp.ServiceProviderMetadata;
import de.stadttor.saml.testidp.TestIdentityProvider;
import de.stadttor.saml.testidp.answer.IdpKey;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The test identity provider, running; it knows the sample's two profiles and reads their metadata at each request. */
final class TestProvider implements AutoCloseable {

    private static final IdpKey KEY = IdpKey.generate("test identity provider");
    private static final IdpKey NEXT_KEY = IdpKey.generate("next key of the test identity provider");

    private final URI address;
    private final DisposableServer server;

    private TestProvider(URI address, DisposableServer server) {
        this.address = address;
        this.server = server;
    }

    static TestProvider start(int port, int samplePort) {
        URI address = URI.create("http://localhost:" + port + "/idp");
        var provider = new TestIdentityProvider(
                address,
                KEY,
                entityId -> Optional.of(entityId)
                        .filter(Sample.entityIds(samplePort)::contains)
                        .map(known -> new Browser().open(URI.create(known)).body())
                        .map(ServiceProviderMetadata::read),
                Clock.systemUTC());
        var routes = new ProviderRoutes(provider, People.all())
                .under("/idp")
                .and(new ConductRoutes(provider, NEXT_KEY).under("/idp"));
        DisposableServer server = HttpServer.create()
                .host("localhost")
                .port(port)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                .bindNow();
        return new TestProvider(address, server);
    }

    String entityId() {
        return address.toString();
    }

    URI metadata() {
        return URI.create(address + "/metadata");
    }

    /** The setting that lets the sample trust its present and its next key. */
    String pins() {
        return pins("bayernid");
    }

    private static String pins(String profile) {
        return "stadttor.saml.profiles." + profile + ".provider.pinned-keys=" + pin(KEY) + "," + pin(NEXT_KEY);
    }

    /** The settings that make the sample use it for both profiles, the second over HTTP-Redirect. */
    String[] twoProfiles() {
        String bundid = "stadttor.saml.profiles.bundid.";
        return new String[] {
            pins(),
            pins("bundid"),
            bundid + "provider.entity-id=" + entityId(),
            bundid + "provider.metadata=" + metadata(),
            bundid + "organization-display-name=Sample",
            bundid + "online-service-id=BMI-1",
            bundid + "binding=REDIRECT"
        };
    }

    private static String pin(IdpKey key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("no fingerprint", e);
        }
    }

    /** Where a person tells it to misbehave. */
    URI conduct() {
        return URI.create(address + "/conduct");
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
