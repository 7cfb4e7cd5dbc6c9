package de.stadttor.saml.sample;

import de.stadttor.saml.testidp.answer.IdpKey;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample, running with keys of its own. */
final class Sample implements AutoCloseable {

    static final IdpKey SIGNING = IdpKey.generate("sample signing");
    static final IdpKey DECRYPTION = IdpKey.generate("sample decryption");

    private final ConfigurableApplicationContext context;
    private final int port;

    private Sample(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /** Chosen beforehand, since both sides must know the other's address before they start. */
    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError("no free port", e);
        }
    }

    /** @param more further settings, as {@code name=value} */
    static Sample start(int port, String provider, URI metadata, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--stadttor.saml.public-url=" + address(port),
                "--stadttor.saml.signing[0].private-key=" + SIGNING.privateKeyPem(),
                "--stadttor.saml.signing[0].certificate=" + SIGNING.certificatePem(),
                "--stadttor.saml.decryption[0].private-key=" + DECRYPTION.privateKeyPem(),
                "--stadttor.saml.decryption[0].certificate=" + DECRYPTION.certificatePem(),
                "--stadttor.saml.profiles.bayernid.organization-display-name=Sample",
                "--stadttor.saml.profiles.bayernid.provider.entity-id=" + provider,
                "--stadttor.saml.profiles.bayernid.provider.metadata=" + metadata));
        for (String each : more) {
            arguments.add("--" + each);
        }
        var context = new SpringApplicationBuilder(SampleApplication.class).run(arguments.toArray(String[]::new));
        return new Sample(context, port);
    }

    static String address(int port) {
        return "http://localhost:" + port;
    }

    static String entityId(int port) {
        return address(port) + "/saml2/metadata/bayernid";
    }

    /** Those of both profiles. */
    static List<String> entityIds(int port) {
        return List.of(entityId(port), address(port) + "/saml2/metadata/bundid");
    }

    static String consumer(int port) {
        return address(port) + "/saml2/acs/bayernid";
    }

    URI start() {
        return URI.create(address(port) + "/");
    }

    URI login(String level) {
        return login("bayernid", level);
    }

    URI login(String profile, String level) {
        return URI.create(address(port) + "/saml2/login/" + profile + "?level=" + level);
    }

    @Override
    public void close() {
        context.close();
    }
}
