package de.stadttor.saml.citizen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attribute as a verified assertion carries it.
 *
 * @param name on the wire, usually {@code urn:oid:…}
 * @param values in document order, possibly none
 * @param trust the {@code akdb:TrustLevel}; null if the attribute has none
 */
public record ReceivedAttribute(
        String name, List<String> values, @Nullable String trust) {

    public ReceivedAttribute {
        values = List.copyOf(values);
    }
}
