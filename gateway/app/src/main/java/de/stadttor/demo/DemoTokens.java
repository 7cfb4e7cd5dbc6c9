package de.stadttor.demo;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.web.PublicUrl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Ready access tokens (RFC 9068) for the personas. */
@Component
@Conditional(DemoMode.class)
final class DemoTokens {

    private static final Duration LIFE = Duration.ofHours(12);

    private final NimbusJwtEncoder encoder;
    private final String issuer;
    private final Clock clock;

    DemoTokens(RSAKey demoKey, PublicUrl publicUrl, Clock clock) {
        this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(demoKey)));
        this.issuer = issuer(publicUrl);
        this.clock = clock;
    }

    /** An issuer of its own, which no real installation trusts. */
    static String issuer(PublicUrl publicUrl) {
        return publicUrl.resolve("/demo");
    }

    /** @param level of the login; null for personas who are no citizens */
    String token(Persona persona, @Nullable AssuranceLevel level) {
        Instant now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(persona.subject())
                .audience(persona.audiences())
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .id(UUID.randomUUID().toString())
                .claim("client_id", "demo")
                .claim("name", persona.fullName())
                .claim("roles", persona.roles())
                .claim("queues", List.of("*"));
        if (level != null) {
            claims.claim("acr", level.code()).claim("auth_time", now.getEpochSecond());
        }
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type("at+jwt").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
}
