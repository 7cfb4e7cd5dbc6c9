package de.stadttor.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Where an issuer's tokens say what somebody may do. A name may lead into objects, such as {@code realm_access.roles};
 * a claim whose own name has dots in it is found first.
 *
 * @param roles of a caseworker or a machine
 * @param queues of a caseworker
 */
public record ClaimNames(String roles, String queues) {

    /** As our own tokens say it. */
    public static final ClaimNames OURS = new ClaimNames("roles", "queues");

    public List<String> roles(Jwt token) {
        return texts(token, roles);
    }

    public List<String> queues(Jwt token) {
        return texts(token, queues);
    }

    /** What is no list of texts says nothing. */
    private static List<String> texts(Jwt token, String name) {
        return find(token.getClaims(), name) instanceof List<?> values
                ? values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static @Nullable Object find(Map<?, ?> claims, String name) {
        int dot = name.indexOf('.');
        if (dot < 0 || claims.containsKey(name)) {
            return claims.get(name);
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : null;
    }
}
