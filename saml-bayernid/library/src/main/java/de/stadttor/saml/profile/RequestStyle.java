package de.stadttor.saml.profile;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.citizen.Means;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we ask for, and how. Source: BundID interface description 10.2, sections 9 and 10.
 *
 * @param scheme how the request is signed
 * @param means what may be offered to log in with; never empty, since an empty list is an error at the provider
 * @param attributes what shall be delivered; never empty for the same reason
 * @param organizationDisplayName name of the online service, 1 to 50 characters, beyond which it may be cut
 * @param onlineServiceId id given out by the ministry (BayernID: {@code …-DE}, BundID: {@code BMI-…}); null if none
 */
public record RequestStyle(
        RequestBinding binding,
        SignatureScheme scheme,
        List<Means> means,
        List<RequestedAttribute> attributes,
        String organizationDisplayName,
        @Nullable String onlineServiceId) {

    private static final int LONGEST_NAME = 50;

    public RequestStyle {
        means = List.copyOf(means);
        attributes = List.copyOf(attributes);
        if (means.isEmpty() || attributes.isEmpty()) {
            throw new IllegalArgumentException("means and attributes: empty (expected: at least one of each)");
        }
        if (organizationDisplayName.isBlank() || organizationDisplayName.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "organizationDisplayName: " + organizationDisplayName.length() + " characters (expected: 1 to 50)");
        }
    }

    /** The means worth offering for a level: those that can reach it. */
    public List<Means> meansFor(AssuranceLevel level) {
        return means.stream().filter(each -> each.canReach(level)).toList();
    }
}
