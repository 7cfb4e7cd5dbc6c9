package de.stadttor.saml.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keycloak as the foreign identity provider: RSA-PSS, AES-256-GCM, attributes by OID, and the level through its map of
 * levels. Its people get the person key by a fixed mapper, as user attributes of that kind are unknown to it.
 */
class SampleWithKeycloakTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void greetsACitizenAndRaisesTheLevelOnDemand() throws Exception {
        Path home = Path.of(System.getProperty("keycloak.home", "missing"));
        Peer.require(Files.isDirectory(home), "Keycloak is fetched with -Ppeers");
        int samplePort = Sample.freePort();
        int port = Sample.freePort();
        String realm = "http://localhost:" + port + "/realms/bayernid";
        writeRealm(home, samplePort);
        try (var keycloak = Peer.start(command(home, port), folder.resolve("keycloak.log"))) {
            String descriptor = keycloak.await(URI.create(realm + "/protocol/saml/descriptor"), PATIENCE);
            Path metadata = Files.writeString(folder.resolve("idp.xml"), descriptor);
            try (var sample = Sample.start(samplePort, realm, metadata)) {
                logsInAtSubstantial(sample);
                logsInAtHigh(sample);
            }
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

    private ProcessBuilder command(Path home, int port) {
        var command = new ProcessBuilder(
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=localhost",
                "--http-port=" + port,
                "--db=dev-mem",
                "--import-realm");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
        return command;
    }

    private static void writeRealm(Path home, int samplePort) throws IOException, CertificateEncodingException {
        try (InputStream template = SampleWithKeycloakTest.class.getResourceAsStream("/keycloak/realm.json")) {
            String realm = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{ENTITY_ID}", Sample.entityId(samplePort))
                    .replace("{CONSUMER}", Sample.consumer(samplePort))
                    .replace("{SIGNING}", base64(Sample.SIGNING.certificate()))
                    .replace("{ENCRYPTION}", base64(Sample.DECRYPTION.certificate()));
            Path imports = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(imports.resolve("bayernid-realm.json"), realm);
        }
    }

    private static String base64(X509Certificate certificate) throws CertificateEncodingException {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
    }
}
