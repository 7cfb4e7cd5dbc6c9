package de.stadttor.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import de.stadttor.InMemoryPorts;
import de.stadttor.seals.Seal;
import de.stadttor.seals.Vault;
import de.stadttor.signing.SigningKey;
import de.stadttor.signing.SigningKeys;
import de.stadttor.web.PublicUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.test.StepVerifier;

/** A key counts while it is shown, whatever times a token of it says. */
class KeyRotationTest {

    private static final String ISSUER = "https://stadt.example";

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final SigningKeys keys =
            new SigningKeys(ports.keys(), new Vault(Seal.derive(new byte[32], "signing-keys")), ports.clock());
    private final PublishedKeys published = new PublishedKeys(keys, ports.clock());
    private final ReactiveJwtDecoder decoder =
            new OwnTokens(published, null, null, null, new PublicUrl(URI.create(ISSUER)), ports.clock()).decoder();

    @Test
    void refusesATokenOfAKeyThatIsNoLongerShown() throws Exception {
        SigningKey old = keys.ring().block().signing(ports.clock().instant());
        accepted(token(old));
        ports.clock().advance(Duration.ofDays(29));
        assertThat(ids()).hasSize(2).doesNotHaveDuplicates().contains(id(old));
        ports.clock().advance(Duration.ofDays(1));
        SigningKey next = keys.ring().block().signing(ports.clock().instant());
        assertThat(id(next)).isNotEqualTo(id(old));
        accepted(token(old));
        accepted(token(next));
        ports.clock().advance(Duration.ofHours(1));
        refused(token(old));
        accepted(token(next));
    }

    private void accepted(String token) {
        decoder.decode(token).as(StepVerifier::create).expectNextCount(1).verifyComplete();
    }

    private void refused(String token) {
        decoder.decode(token).as(StepVerifier::create).verifyError(BadJwtException.class);
    }

    private List<String> ids() {
        return published.now().map(JWK::getKeyID).collectList().block();
    }

    private static String id(SigningKey key) {
        return PublishedKeys.published(key).getKeyID();
    }

    private String token(SigningKey key) throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(id(key))
                .build();
        var now = ports.clock().instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key.secret()));
        return token.serialize();
    }
}
