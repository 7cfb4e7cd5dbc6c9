package de.stadttor.saml.profile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The profiles we know, by name. */
public final class SamlProfiles {

    private final Map<String, SamlProfile> byName;

    public SamlProfiles(Collection<SamlProfile> profiles) {
        byName = profiles.stream().collect(Collectors.toUnmodifiableMap(SamlProfile::name, Function.identity()));
    }

    public Optional<SamlProfile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<SamlProfile> all() {
        return List.copyOf(byName.values());
    }
}
