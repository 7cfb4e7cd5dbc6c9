package de.stadttor.saml.sample;

import de.stadttor.peers.Keycloak;
import de.stadttor.peers.Realm;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Keycloak that knows the sample. */
record KeycloakProvider(Keycloak keycloak, URI metadata) implements AutoCloseable {

    private static final String REALM = "bayernid";

    /** @param folder for its log and its metadata */
    static KeycloakProvider start(int port, int samplePort, Path folder) throws Exception {
        var keycloak = Keycloak.start(
                port,
                folder,
                Realm.bayernId(
                        Sample.entityId(samplePort),
                        Sample.consumer(samplePort),
                        Sample.SIGNING.certificate(),
                        Sample.DECRYPTION.certificate()));
        Path metadata = Files.writeString(folder.resolve("idp.xml"), keycloak.read(REALM, "/protocol/saml/descriptor"));
        return new KeycloakProvider(keycloak, metadata.toUri());
    }

    String entityId() {
        return keycloak.realm(REALM);
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
