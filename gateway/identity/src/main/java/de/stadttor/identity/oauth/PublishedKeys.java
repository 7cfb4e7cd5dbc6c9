package de.stadttor.identity.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import de.stadttor.signing.SigningKey;
import de.stadttor.signing.SigningKeys;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The public halves of our keys, as JSON Web Keys (RFC 7517). */
@Component
final class PublishedKeys {

    private final SigningKeys keys;
    private final Clock clock;

    PublishedKeys(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Those whose signatures count now, and the one that is announced. */
    Flux<JWK> now() {
        return keys.ring().flatMapIterable(ring -> ring.shown(clock.instant())).map(PublishedKeys::published);
    }

    /** Its id is its thumbprint (RFC 7638), so that no other key ever has the same. */
    static JWK published(SigningKey key) {
        try {
            return new RSAKey.Builder(key.open())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
