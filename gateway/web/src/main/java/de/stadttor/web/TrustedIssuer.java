package de.stadttor.web;

import de.stadttor.people.Identity;
import java.util.Set;
import java.util.function.Function;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Somebody whose tokens count, and how far.
 *
 * @param name the {@code iss} of its tokens
 * @param decoder verifies signature, type, issuer and times
 * @param apis the doors it may open
 * @param roles the only roles and rights it may grant, whatever its tokens say
 * @param identity who the citizen of a token is
 */
public record TrustedIssuer(
        String name, ReactiveJwtDecoder decoder, Set<Api> apis, Set<String> roles, Function<Jwt, Identity> identity) {

    public TrustedIssuer {
        apis = Set.copyOf(apis);
        roles = Set.copyOf(roles);
    }
}
