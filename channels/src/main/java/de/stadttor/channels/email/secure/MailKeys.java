package de.stadttor.channels.email.secure;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;

/**
 * The keys an installation has.
 *
 * @param identities for decrypting S/MIME
 * @param anchors certificates whose issued certificates are trusted
 * @param secretRings for decrypting OpenPGP
 * @param publicRings for verifying OpenPGP; all of them are trusted
 * @param passphrase of the secret rings, empty when they have none
 */
public record MailKeys(
        List<Identity> identities,
        List<X509Certificate> anchors,
        List<PGPSecretKeyRing> secretRings,
        List<PGPPublicKeyRing> publicRings,
        String passphrase) {

    public static final MailKeys NONE = new MailKeys(List.of(), List.of(), List.of(), List.of(), "");

    /** A certificate with its key. */
    public record Identity(X509Certificate certificate, PrivateKey key) {}

    /** Without secrets. */
    @Override
    public String toString() {
        return "MailKeys[" + identities.size() + " S/MIME, " + secretRings.size() + " OpenPGP]";
    }
}
