package de.stadttor.saml.sample;

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

/**
 * A Keycloak of its own, with a realm that knows the sample and one citizen, {@code erika} with password {@code erika}.
 */
final class Keycloak implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("keycloak.home", "missing"));
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Peer process;
    private final String realm;
    private final Path metadata;

    private Keycloak(Peer process, String realm, Path metadata) {
        this.process = process;
        this.realm = realm;
        this.metadata = metadata;
    }

    static boolean isPresent() {
        return Files.isDirectory(HOME);
    }

    /** @param folder for its log and its metadata */
    static Keycloak start(int port, int samplePort, Path folder) throws Exception {
        writeRealm(samplePort);
        String realm = "http://localhost:" + port + "/realms/bayernid";
        Peer process = Peer.start(command(port), folder.resolve("keycloak.log"));
        String descriptor = process.await(URI.create(realm + "/protocol/saml/descriptor"), PATIENCE);
        return new Keycloak(process, realm, Files.writeString(folder.resolve("idp.xml"), descriptor));
    }

    String entityId() {
        return realm;
    }

    URI metadata() {
        return metadata.toUri();
    }

    @Override
    public void close() {
        process.close();
    }

    private static ProcessBuilder command(int port) {
        var command = new ProcessBuilder(
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=localhost",
                "--http-port=" + port,
                "--db=dev-mem",
                "--import-realm");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
        return command;
    }

    private static void writeRealm(int samplePort) throws IOException, CertificateEncodingException {
        try (InputStream template = Keycloak.class.getResourceAsStream("/keycloak/realm.json")) {
            String realm = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{ENTITY_ID}", Sample.entityId(samplePort))
                    .replace("{CONSUMER}", Sample.consumer(samplePort))
                    .replace("{SIGNING}", base64(Sample.SIGNING.certificate()))
                    .replace("{ENCRYPTION}", base64(Sample.DECRYPTION.certificate()));
            Path imports = Files.createDirectories(HOME.resolve("data/import"));
            Files.writeString(imports.resolve("bayernid-realm.json"), realm);
        }
    }

    private static String base64(X509Certificate certificate) throws CertificateEncodingException {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
    }
}
