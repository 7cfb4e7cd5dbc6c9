package de.stadttor.saml.sample;

import de.stadttor.peers.Keycloak;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A Keycloak whose realm knows the sample and one citizen, {@code erika} with password {@code erika}. */
record KeycloakProvider(Keycloak keycloak, URI metadata) implements AutoCloseable {

    /** @param folder for its log and its metadata */
    static KeycloakProvider start(int port, int samplePort, Path folder) throws Exception {
        var keycloak = Keycloak.start(port, "bayernid", realm(samplePort), folder);
        Path metadata = Files.writeString(folder.resolve("idp.xml"), keycloak.read("/protocol/saml/descriptor"));
        return new KeycloakProvider(keycloak, metadata.toUri());
    }

    String entityId() {
        return keycloak.realm();
    }

    @Override
    public void close() {
        keycloak.close();
    }

    private static String realm(int samplePort) throws IOException, CertificateEncodingException {
        try (InputStream template = KeycloakProvider.class.getResourceAsStream("/keycloak/realm.json")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{ENTITY_ID}", Sample.entityId(samplePort))
                    .replace("{CONSUMER}", Sample.consumer(samplePort))
                    .replace("{SIGNING}", base64(Sample.SIGNING.certificate()))
                    .replace("{ENCRYPTION}", base64(Sample.DECRYPTION.certificate()));
        }
    }

    private static String base64(X509Certificate certificate) throws CertificateEncodingException {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
    }
}
