package de.stadttor.saml.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.peers.Keycloak;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keycloak as the foreign identity provider: RSA-PSS, AES-256-GCM, attributes by OID, and the level through its map of
 * levels. Its people get the person key by a fixed mapper, as user attributes of that kind are unknown to it.
 */
class SampleWithKeycloakTest {

    @TempDir
    Path folder;

    @Test
    void greetsACitizenAndRaisesTheLevelOnDemand() throws Exception {
        Keycloak.require();
        int port = Sample.freePort();
        try (var keycloak = KeycloakProvider.start(Sample.freePort(), port, folder);
                var sample = Sample.start(port, keycloak.entityId(), keycloak.metadata())) {
            logsInAtSubstantial(sample);
            logsInAtHigh(sample);
        }
    }

    private static void logsInAtSubstantial(Sample sample) {
        var browser = new Browser();
        var password = browser.submit(browser.open(sample.start()), Map.of());
        var answer = browser.submit(password, Map.of("username", "erika", "password", "erika"));
        var greeted = browser.submit(answer, Map.of());

        assertThat(greeted.body()).isEqualTo("Guten Tag, Mustermann! Vertrauensniveau: substantial");
    }

    /** The realm's flow for the highest level asks for the password once more. */
    private static void logsInAtHigh(Sample sample) {
        var browser = new Browser();
        var password = browser.submit(browser.open(sample.login("high")), Map.of());
        var second = browser.submit(password, Map.of("username", "erika", "password", "erika"));
        var answer = browser.submit(second, Map.of("password", "erika"));
        var greeted = browser.submit(answer, Map.of());

        assertThat(greeted.body()).isEqualTo("Guten Tag, Mustermann! Vertrauensniveau: high");
    }
}
