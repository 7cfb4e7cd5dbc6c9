package de.stadttor.saml.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.peers.Peer;
import de.stadttor.saml.testidp.answer.IdpKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * SimpleSAMLphp 1.19 from Debian, which encrypts with AES-128-CBC whatever it is asked for: everything about its answer
 * is right but that, and that is enough.
 */
@ExtendWith(OutputCaptureExtension.class)
class SampleWithSimpleSamlPhpTest {

    private static final Path PACKAGE = Path.of("/usr/share/simplesamlphp");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void refusesItsAnswerForBeingEncryptedWithCbc(CapturedOutput output) throws Exception {
        Peer.require(
                Files.isDirectory(PACKAGE.resolve("www")) && Files.isExecutable(Path.of("/usr/bin/php")),
                "SimpleSAMLphp comes with .ci/install-saml-peers");
        int samplePort = Sample.freePort();
        int port = Sample.freePort();
        URI descriptor = URI.create("http://127.0.0.1:" + port + "/simplesaml/saml2/idp/metadata.php");
        configure(port, samplePort);
        try (var peer = Peer.start(command(port), folder.resolve("php.log"))) {
            Path metadata = Files.writeString(folder.resolve("idp.xml"), peer.await(descriptor, PATIENCE));
            try (var sample = Sample.start(samplePort, descriptor.toString(), metadata.toUri(), settings())) {
                var browser = new Browser();
                var password = browser.open(sample.start());
                var answer = browser.submit(password, Map.of("username", "erika", "password", "erika"));
                var refused = browser.submit(answer, Map.of());

                assertThat(answer.body()).contains("SAMLResponse");
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(output).contains("answer of bayernid refused: DECRYPTION [failed]");
            }
        }
    }

    /** It speaks no RSA-PSS and no POST for requests; nothing else is loosened. */
    private static String[] settings() {
        return new String[] {
            "stadttor.saml.profiles.bayernid.binding=REDIRECT",
            "stadttor.saml.profiles.bayernid.request-signature=RSA_SHA256",
            "stadttor.saml.profiles.bayernid.response-signatures=RSA_SHA256"
        };
    }

    private ProcessBuilder command(int port) throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.createSymbolicLink(root.resolve("simplesaml"), PACKAGE.resolve("www"));
        var command = new ProcessBuilder("php", "-S", "127.0.0.1:" + port, "-t", root.toString());
        command.environment()
                .put("SIMPLESAMLPHP_CONFIG_DIR", folder.resolve("config").toString());
        return command;
    }

    private void configure(int port, int samplePort) throws Exception {
        for (String each : List.of("config", "cert", "log", "data", "temp", "metadata", "sessions")) {
            Files.createDirectories(folder.resolve(each));
        }
        var key = IdpKey.generate("simplesamlphp");
        Files.writeString(folder.resolve("cert/idp.key"), key.privateKeyPem());
        Files.writeString(folder.resolve("cert/idp.crt"), key.certificatePem());
        for (String file : List.of(
                "config/config.php",
                "config/authsources.php",
                "metadata/saml20-idp-hosted.php",
                "metadata/saml20-sp-remote.php")) {
            Files.writeString(folder.resolve(file), filled(template(file), port, samplePort));
        }
    }

    private String filled(String template, int port, int samplePort) throws Exception {
        return template.replace("{FOLDER}", folder.toString())
                .replace("{PORT}", String.valueOf(port))
                .replace("{ENTITY_ID}", Sample.entityId(samplePort))
                .replace("{CONSUMER}", Sample.consumer(samplePort))
                .replace("{SIGNING}", base64(Sample.SIGNING.certificate()))
                .replace("{ENCRYPTION}", base64(Sample.DECRYPTION.certificate()));
    }

    private static String template(String file) throws IOException {
        String name = "/simplesamlphp/" + file.substring(file.indexOf('/') + 1);
        try (InputStream stream = SampleWithSimpleSamlPhpTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String base64(X509Certificate certificate) throws Exception {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
    }
}
