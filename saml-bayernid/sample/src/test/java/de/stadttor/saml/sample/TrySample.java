package de.stadttor.saml.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * The sample and an identity provider, running until they are stopped, for a person with a browser. Argument:
 * {@code test-idp} or {@code keycloak}.
 */
final class TrySample {

    private static final int PORT = 8080;
    private static final int PROVIDER_PORT = 8090;
    private static final String OFTEN = "stadttor.saml.metadata-reload=1m";

    private TrySample() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "test-idp" -> withTestProvider();
            case "keycloak" -> withKeycloak();
            default -> throw new IllegalArgumentException("neither test-idp nor keycloak: " + arguments[0]);
        }
    }

    private static void withTestProvider() throws InterruptedException {
        try (var provider = TestProvider.start(PROVIDER_PORT, PORT);
                var sample = Sample.start(PORT, provider.entityId(), provider.metadata(), settings(provider))) {
            show(
                    sample,
                    "Choose a person and a means. As BundID:  " + sample.login("bundid", "substantial"),
                    "Let the provider misbehave: " + provider.conduct());
        }
    }

    private static String[] settings(TestProvider provider) {
        return Stream.concat(Arrays.stream(provider.twoProfiles()), Stream.of(OFTEN))
                .toArray(String[]::new);
    }

    private static void withKeycloak() throws Exception {
        Path folder = Files.createTempDirectory("keycloak");
        try (var keycloak = KeycloakProvider.start(PROVIDER_PORT, PORT, folder);
                var sample = Sample.start(PORT, keycloak.entityId(), keycloak.metadata(), OFTEN)) {
            show(sample, "User erika, password erika.", "Its log: " + folder.resolve("keycloak.log"));
        }
    }

    private static void show(Sample sample, String how, String more) throws InterruptedException {
        System.out.printf("""

            Log in:           %s
            At level high:    %s
            %s
            %s
            Stop with Ctrl+C.
            """, sample.start(), sample.login("high"), how, more);
        new CountDownLatch(1).await();
    }
}
