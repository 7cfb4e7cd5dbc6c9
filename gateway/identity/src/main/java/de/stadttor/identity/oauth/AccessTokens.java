package de.stadttor.identity.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import de.stadttor.grants.Grant;
import de.stadttor.grants.Granting.Granted;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.sessions.Session;
import de.stadttor.signing.SigningKey;
import de.stadttor.signing.SigningKeys;
import de.stadttor.web.Api;
import de.stadttor.web.PublicUrl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Access tokens for the citizens' API (RFC 9068). They hold who, for which application and how firmly, and nothing
 * about the person.
 */
@Component
final class AccessTokens {

    static final Duration LIFE = Duration.ofMinutes(5);
    static final String TYPE = "at+jwt";

    /** The claim that names the {@link Grant} behind a token. */
    static final String GRANT = "grant";

    private final SigningKeys keys;
    private final PairwiseSubjects subjects;
    private final String issuer;
    private final Clock clock;

    AccessTokens(SigningKeys keys, PairwiseSubjects subjects, PublicUrl publicUrl, Clock clock) {
        this.keys = keys;
        this.subjects = subjects;
        this.issuer = publicUrl.origin();
        this.clock = clock;
    }

    /** A signature takes milliseconds of computing, which the event loop has better uses for. */
    Mono<String> of(Granted granted) {
        return keys.ring().publishOn(Schedulers.boundedElastic()).map(ring -> {
            Instant now = clock.instant();
            return signed(ring.signing(now), claims(granted, now));
        });
    }

    private JWTClaimsSet claims(Granted granted, Instant now) {
        Grant grant = granted.grant();
        Session session = granted.session();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subjects.of(grant.citizen(), grant.client()))
                .audience(Api.CITIZEN.audience())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", grant.client().value())
                .claim("scope", TokenController.SCOPE)
                .claim("acr", session.levelAt(now).orElse(AssuranceLevel.BASIC).code())
                .claim("auth_time", session.authenticatedAt().getEpochSecond())
                .claim(GRANT, grant.id().toString())
                .build();
    }

    private static String signed(SigningKey key, JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(TYPE))
                .keyID(PublishedKeys.published(key).getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key.secret()));
        } catch (JOSEException e) {
            throw new IllegalStateException("signing key " + key.term().id() + " does not sign", e);
        }
        return token.serialize();
    }
}
