package de.stadttor.saml.profile;

import java.util.List;

/**
 * Our keys, one set for each use. All are published; during a rollover there are two of a kind.
 *
 * @param signing the first one signs
 * @param decryption all are tried, the first one first
 */
public record ServiceKeys(List<KeyAndCertificate> signing, List<KeyAndCertificate> decryption) {

    private static final int MOST = 3;

    public ServiceKeys {
        signing = bounded("signing", signing);
        decryption = bounded("decryption", decryption);
    }

    private static List<KeyAndCertificate> bounded(String use, List<KeyAndCertificate> keys) {
        if (keys.isEmpty() || keys.size() > MOST) {
            throw new IllegalArgumentException(use + " keys: " + keys.size() + " (expected: 1 to " + MOST + ")");
        }
        return List.copyOf(keys);
    }
}
