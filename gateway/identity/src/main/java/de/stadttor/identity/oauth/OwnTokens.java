package de.stadttor.identity.oauth;

import de.stadttor.grants.ClientId;
import de.stadttor.grants.GrantId;
import de.stadttor.grants.Granting;
import de.stadttor.identity.session.CurrentSession;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.LoginSession;
import de.stadttor.sessions.Session;
import de.stadttor.web.CitizenTokens;
import de.stadttor.web.PublicUrl;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The tokens that we issue ourselves. A good signature is not enough: the grant must not have been revoked, and its
 * login must still hold, at the level that it has aged to. So a logout ends a token at once.
 */
@Component
final class OwnTokens implements CitizenTokens {

    private final PublishedKeys keys;
    private final Granting granting;
    private final CurrentSession current;
    private final PairwiseSubjects subjects;
    private final String issuer;
    private final Clock clock;

    OwnTokens(
            PublishedKeys keys,
            Granting granting,
            CurrentSession current,
            PairwiseSubjects subjects,
            PublicUrl publicUrl,
            Clock clock) {
        this.keys = keys;
        this.granting = granting;
        this.current = current;
        this.subjects = subjects;
        this.issuer = publicUrl.origin();
        this.clock = clock;
    }

    String issuer() {
        return issuer;
    }

    /** One algorithm, whatever a token's header says; no leeway, since our own clocks gave it its time. */
    ReactiveJwtDecoder decoder() {
        var times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(_ -> keys.now())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times, new JwtIssuerValidator(issuer), new JwtTypeValidator(AccessTokens.TYPE)));
        return decoder;
    }

    @Override
    public Mono<Citizen> citizen(Jwt token) {
        return granting.session(grant(token))
                .filter(session -> isOf(session, token))
                .flatMap(current::use)
                .flatMap(session -> Mono.justOrEmpty(citizen(session, token)))
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("login over")));
    }

    /** The grant that a token of ours names. */
    static GrantId grant(Jwt token) {
        try {
            return GrantId.of(Objects.requireNonNullElse(token.getClaimAsString(AccessTokens.GRANT), ""));
        } catch (IllegalArgumentException e) {
            throw new BadCredentialsException("no grant");
        }
    }

    private boolean isOf(Session session, Jwt token) {
        var client = new ClientId(Objects.requireNonNullElse(token.getClaimAsString("client_id"), "none"));
        return subjects.of(session.citizen(), client).equals(token.getSubject());
    }

    /** The level of the token, as long as the login is worth that much: a step-up needs a new token to count. */
    private Optional<Citizen> citizen(Session session, Jwt token) {
        AssuranceLevel stated = level(token);
        return session.levelAt(clock.instant())
                .map(level -> new Citizen(
                        session.citizen(),
                        stated.satisfies(level) ? level : stated,
                        session.name(),
                        null,
                        new LoginSession(
                                session.id().value(),
                                session.profile(),
                                grant(token).value()),
                        Objects.requireNonNull(token.getExpiresAt(), "exp")));
    }

    private static AssuranceLevel level(Jwt token) {
        return AssuranceLevel.of(Objects.requireNonNull(token.getClaimAsString("acr"), "acr"));
    }
}
