package de.stadttor.logins;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Identity;
import de.stadttor.people.VerifiedDatum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider vouched for, after every check.
 *
 * @param profile name of the identity provider
 * @param authenticatedAt when it authenticated the person, in UTC
 * @param data what is kept of the person
 */
public record VerifiedLogin(
        Identity identity, String profile, AssuranceLevel level, Instant authenticatedAt, List<VerifiedDatum> data) {

    public VerifiedLogin {
        data = List.copyOf(data);
    }

    /** Given name and surname, as far as they were delivered; null when neither was. */
    public @Nullable String name() {
        String name = Stream.of(VerifiedDatum.Kind.GIVEN_NAME, VerifiedDatum.Kind.SURNAME)
                .map(this::value)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    private Optional<String> value(VerifiedDatum.Kind kind) {
        return data.stream()
                .filter(datum -> datum.kind() == kind)
                .map(VerifiedDatum::value)
                .findFirst();
    }

    /** Says nothing about the person, so that a careless log line stays harmless. */
    @Override
    public String toString() {
        return "VerifiedLogin[" + profile + ", " + level + "]";
    }
}
