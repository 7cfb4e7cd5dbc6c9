package de.stadttor.saml.profile;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider of a profile and why its metadata are believed.
 *
 * @param entityId its name, compared exactly
 * @param metadata where its metadata are: {@code file:}, {@code classpath:} or {@code https:}; {@code http:} only on
 *     this machine, or where the document is signed
 * @param pinnedKeys SHA-256 fingerprints of accepted signing certificates, lower-case hex. Empty means that every key
 *     of the document is accepted, which takes a local file or a signed document
 * @param metadataSigner whose signature the document must bear; null if it need not be signed
 */
public record TrustedProvider(
        String entityId,
        URI metadata,
        Set<String> pinnedKeys,
        @Nullable X509Certificate metadataSigner) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    public TrustedProvider {
        pinnedKeys = Set.copyOf(pinnedKeys);
        if (metadataSigner == null && pinnedKeys.isEmpty() && isRemote(metadata)) {
            throw new IllegalArgumentException(
                    "pinnedKeys: none (expected: at least one or a signer, since the metadata of " + entityId
                            + " are remote)");
        }
        if (metadataSigner == null && isExposed(metadata)) {
            throw new IllegalArgumentException("metadata: " + metadata
                    + " (expected: https, or a signer, since anyone on the way may change them)");
        }
    }

    private static boolean isRemote(URI metadata) {
        return metadata.getScheme() != null && metadata.getScheme().startsWith("http");
    }

    private static boolean isExposed(URI metadata) {
        return "http".equals(metadata.getScheme())
                && !LOOPBACK.matcher(String.valueOf(metadata.getHost())).matches();
    }
}
