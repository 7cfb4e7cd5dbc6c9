package de.stadttor.web;

import de.stadttor.people.Citizen;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

/** Who the citizen of a token is, as its issuer means it. */
@FunctionalInterface
public interface CitizenTokens {

    /**
     * The citizen as of this request.
     *
     * @param token verified
     * @return fails with an {@code AuthenticationException} for nobody we know, and for an unknown level
     */
    Mono<Citizen> citizen(Jwt token);
}
