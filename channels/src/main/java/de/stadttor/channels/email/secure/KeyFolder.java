package de.stadttor.channels.email.secure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.jcajce.JcaKeyFingerprintCalculator;

/**
 * Reads keys from a folder: {@code *.p12} and {@code *.pfx} with S/MIME keys, {@code *.pem} and {@code *.crt} with
 * trusted certificates, {@code *.asc} and {@code *.gpg} with OpenPGP keys, secret and public. One passphrase opens them
 * all.
 */
public final class KeyFolder {

    private final String passphrase;
    private final List<MailKeys.Identity> identities = new ArrayList<>();
    private final List<X509Certificate> anchors = new ArrayList<>();
    private final List<PGPSecretKeyRing> secretRings = new ArrayList<>();
    private final List<PGPPublicKeyRing> publicRings = new ArrayList<>();

    private KeyFolder(String passphrase) {
        this.passphrase = passphrase;
    }

    /** Fails when a file of these kinds cannot be read: a key that silently does not work helps nobody. */
    public static MailKeys read(Path folder, String passphrase) throws IOException, GeneralSecurityException {
        KeyFolder keys = new KeyFolder(passphrase);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                keys.add(file);
            }
        }
        return new MailKeys(
                List.copyOf(keys.identities),
                List.copyOf(keys.anchors),
                List.copyOf(keys.secretRings),
                List.copyOf(keys.publicRings),
                passphrase);
    }

    private void add(Path file) throws IOException, GeneralSecurityException {
        String name = file.getFileName().toString();
        try (InputStream content = Files.newInputStream(file)) {
            switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "p12", "pfx" -> keyStore(content);
                case "pem", "crt" ->
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(content)
                            .forEach(certificate -> anchors.add((X509Certificate) certificate));
                case "asc", "gpg" -> rings(content);
                default -> {
                    return;
                }
            }
        }
    }

    private void keyStore(InputStream content) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(content, passphrase.toCharArray());
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, passphrase.toCharArray()) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                identities.add(new MailKeys.Identity(certificate, key));
            }
        }
    }

    private void rings(InputStream content) throws IOException, GeneralSecurityException {
        PGPObjectFactory objects =
                new PGPObjectFactory(PGPUtil.getDecoderStream(content), new JcaKeyFingerprintCalculator());
        for (Object object : objects) {
            switch (object) {
                case PGPSecretKeyRing ring -> {
                    secretRings.add(ring);
                    publicRings.add(publicPart(ring));
                }
                case PGPPublicKeyRing ring -> publicRings.add(ring);
                default -> {
                    continue;
                }
            }
        }
    }

    private static PGPPublicKeyRing publicPart(PGPSecretKeyRing ring) throws GeneralSecurityException {
        List<org.bouncycastle.openpgp.PGPPublicKey> keys = new ArrayList<>();
        ring.getPublicKeys().forEachRemaining(keys::add);
        try {
            return new PGPPublicKeyRing(keys);
        } catch (RuntimeException damaged) {
            throw new GeneralSecurityException("OpenPGP key cannot be read", damaged);
        }
    }
}
