package de.stadttor.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Objects;

/**
 * What a Keycloak has to know.
 *
 * @param definition in Keycloak's export format (JSON)
 */
public record Realm(String name, String definition) {

    /**
     * In the place of BayernID: RSA-PSS, AES-256-GCM, attributes by OID, the level through its map of levels, and one
     * citizen, {@code erika} with password {@code erika}. It also has an OpenID client {@code portal} that passes level
     * and person key on, as a broker would.
     *
     * @param entityId of the one service provider it knows
     * @param consumer where that takes answers
     */
    public static Realm bayernId(
            String entityId, String consumer, X509Certificate signing, X509Certificate encryption) {
        return new Realm(
                "bayernid",
                resource("/keycloak/bayernid-realm.json")
                        .replace("{ENTITY_ID}", entityId)
                        .replace("{CONSUMER}", consumer)
                        .replace("{SIGNING}", base64(signing))
                        .replace("{ENCRYPTION}", base64(encryption)));
    }

    private static String resource(String name) {
        try (InputStream file = Realm.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new AssertionError("no certificate", e);
        }
    }
}
