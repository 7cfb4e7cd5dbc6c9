package de.stadttor.saml.profile;

import java.net.URI;
import java.util.Set;

/**
 * The identity provider of a profile and why its metadata are believed.
 *
 * @param entityId its name, compared exactly
 * @param metadata where its metadata are: {@code file:}, {@code classpath:}, {@code https:}, or {@code http:} for tests
 * @param pinnedKeys SHA-256 fingerprints of accepted signing certificates, lower-case hex. Empty means that the
 *     metadata document itself is trusted, which is allowed only for a local file
 */
public record TrustedProvider(String entityId, URI metadata, Set<String> pinnedKeys) {

    public TrustedProvider {
        pinnedKeys = Set.copyOf(pinnedKeys);
        if (pinnedKeys.isEmpty() && isRemote(metadata)) {
            throw new IllegalArgumentException(
                    "pinnedKeys: none (expected: at least one, since the metadata of " + entityId + " are remote)");
        }
    }

    private static boolean isRemote(URI metadata) {
        return metadata.getScheme() != null && metadata.getScheme().startsWith("http");
    }
}
