package de.stadttor.saml.profile;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One relation between us and an identity provider. Several stand side by side; each login chooses one.
 *
 * @param name part of our paths, such as {@code bayernid}
 * @param entityId our name towards the provider. The key of every person depends on its host: never change it
 * @param assertionConsumer where answers are posted to; compared exactly
 * @param back where the provider's link "back to the service" leads
 * @param operator who runs the service; null if our metadata need not say
 */
public record SamlProfile(
        String name,
        String entityId,
        URI assertionConsumer,
        URI back,
        TrustedProvider provider,
        RequestStyle request,
        ResponsePolicy policy,
        ServiceKeys keys,
        @Nullable Operator operator) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    public SamlProfile {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("profile: " + name + " (expected: a-z, 0-9 and -, at most 40)");
        }
    }
}
