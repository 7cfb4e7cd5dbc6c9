package de.stadttor.web;

import java.util.Set;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Somebody whose tokens count, and how far.
 *
 * @param name the {@code iss} of its tokens
 * @param decoder verifies signature, type, issuer and times
 * @param apis the doors it may open
 * @param roles the only roles and rights it may grant, whatever its tokens say
 * @param claims where its tokens say what somebody may do
 * @param citizens who the citizen of a token is
 */
public record TrustedIssuer(
        String name,
        ReactiveJwtDecoder decoder,
        Set<Api> apis,
        Set<String> roles,
        ClaimNames claims,
        CitizenTokens citizens) {

    public TrustedIssuer {
        apis = Set.copyOf(apis);
        roles = Set.copyOf(roles);
    }
}
