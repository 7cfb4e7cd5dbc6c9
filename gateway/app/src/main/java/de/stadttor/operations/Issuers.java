package de.stadttor.operations;

import de.stadttor.operations.OperationsSettings.Issuer;
import de.stadttor.people.Citizens;
import de.stadttor.people.Identity;
import de.stadttor.web.ClaimNames;
import de.stadttor.web.IdentityTokens;
import de.stadttor.web.TrustedIssuer;
import de.stadttor.web.TrustedIssuers;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** The issuers that the operator configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(RealMode.class)
class Issuers {

    @Bean
    TrustedIssuers configuredIssuers(OperationsSettings settings, Citizens citizens) {
        return new TrustedIssuers(settings.issuers().stream()
                .map(issuer -> trusted(issuer, citizens))
                .toList());
    }

    private static TrustedIssuer trusted(Issuer issuer, Citizens citizens) {
        var levels = issuer.levels().isEmpty() ? IdentityTokens.OUR_LEVELS : issuer.levels();
        return new TrustedIssuer(
                issuer.name(),
                decoder(issuer),
                issuer.apis(),
                issuer.roles(),
                new ClaimNames(issuer.rolesClaim(), issuer.queuesClaim()),
                new IdentityTokens(citizens, token -> identity(issuer, token), levels));
    }

    /** Signatures with a public key only; with a shared one, everybody who may verify could also forge. */
    private static void algorithms(Set<SignatureAlgorithm> algorithms) {
        algorithms.addAll(Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256));
    }

    /** Other issuers' tokens are often plain {@code JWT} (Keycloak), so both types are taken from them. */
    private static ReactiveJwtDecoder decoder(Issuer issuer) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(issuer.keys())
                .jwsAlgorithms(Issuers::algorithms)
                .validateType(false)
                .build();
        var times = new JwtTimestampValidator();
        times.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times, new JwtIssuerValidator(issuer.name()), new JwtTypeValidator("at+jwt", "JWT")));
        return decoder;
    }

    private static Identity identity(Issuer issuer, Jwt token) {
        String bpk2 = token.getClaimAsString("bpk2");
        if (bpk2 == null || bpk2.isBlank()) {
            throw new BadCredentialsException("no bpk2");
        }
        return new Identity.BayernId(issuer.spHost().toLowerCase(Locale.ROOT), bpk2);
    }
}
