package de.stadttor.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import de.stadttor.signing.SigningKey;
import de.stadttor.signing.SigningKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tokens that are nearly ours. Each is made of one that is good, with one thing changed. */
@OAuthTest
class OAuthTokenForgeryTest {

    @Autowired
    private DemoApp app;

    @Autowired
    private SigningKeys keys;

    private SignedJWT good;
    private SigningKey key;

    @BeforeEach
    void take() throws Exception {
        good = SignedJWT.parse(app.tokens(new TestBrowser(), "citizen-high", "eid")
                .path("access_token")
                .asString());
        key = keys.ring().block().signing(Instant.now());
    }

    @Test
    void oursIsGoodWhenSignedAgainAsItWas() throws Exception {
        app.me(signed(good.getHeader(), claims().build())).expectStatus().isOk();
    }

    @Test
    void refusesOneWithoutASignature() throws Exception {
        refused(new PlainJWT(good.getJWTClaimsSet()).serialize());
        String[] parts = good.serialize().split("\\.");
        refused(header("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
        refused(header("{\"alg\":\"None\",\"typ\":\"at+jwt\"}") + "." + parts[1] + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void refusesOneSignedWithThePublicKeyAsASharedSecret() throws Exception {
        for (byte[] secret : List.of(
                key.open().getEncoded(),
                pem().getBytes(StandardCharsets.UTF_8),
                new RSAKey.Builder(key.open()).build().toJSONString().getBytes(StandardCharsets.UTF_8))) {
            refused(signed(header(JWSAlgorithm.HS256).build(), claims().build(), new MACSigner(secret)));
        }
    }

    private String pem() {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.open().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    @Test
    void refusesOneSignedByAKeyOfItsOwnWhereverItSaysThatIs() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).generate();
        refused(signed(good.getHeader(), claims().build(), new RSASSASigner(own)));
        refused(signed(
                header(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build(), claims().build(), new RSASSASigner(own)));
        refused(signed(
                header(JWSAlgorithm.RS256)
                        .jwkURL(URI.create("https://evil.example/jwks"))
                        .build(),
                claims().build(),
                new RSASSASigner(own)));
    }

    @Test
    void refusesOneOfAKeyThatIsNotShown() throws Exception {
        refused(signed(new JWSHeader.Builder(good.getHeader()).keyID("another").build(), claims().build()));
    }

    @Test
    void refusesAnotherAlgorithmOfTheSameKey() throws Exception {
        refused(signed(header(JWSAlgorithm.PS256).build(), claims().build()));
        refused(signed(header(JWSAlgorithm.RS512).build(), claims().build()));
    }

    @Test
    void refusesOneOfAnotherKind() throws Exception {
        for (String type : List.of("JWT", "logout+jwt", "at+JWT ")) {
            refused(signed(
                    new JWSHeader.Builder(good.getHeader())
                            .type(new JOSEObjectType(type))
                            .build(),
                    claims().build()));
        }
        refused(signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(good.getHeader().getKeyID())
                        .build(),
                claims().build()));
    }

    @Test
    void refusesOneForSomebodyElse() throws Exception {
        refused(signed(good.getHeader(), claims().audience("stadttor-desk").build()));
        refused(signed(good.getHeader(), claims().audience((String) null).build()));
        refused(signed(good.getHeader(), claims().issuer("https://evil.example").build()));
        refused(signed(good.getHeader(), claims().issuer(app.issuer() + "/").build()));
        refused(signed(good.getHeader(), claims().issuer(app.issuer() + "/demo").build()));
    }

    @Test
    void refusesOneThatHasExpiredThisSecond() throws Exception {
        refused(signed(good.getHeader(), claims().expirationTime(new Date()).build()));
        refused(signed(good.getHeader(), claims().expirationTime(null).build()));
    }

    @Test
    void refusesOneWhoseGrantSubjectOrApplicationDoesNotFit() throws Exception {
        refused(signed(good.getHeader(), claims().claim("grant", null).build()));
        refused(signed(good.getHeader(), claims().claim("grant", "x").build()));
        refused(signed(
                good.getHeader(),
                claims().claim("grant", "0192f5c4-7c1e-7a51-9d3e-6d1f0a2b3c4d").build()));
        refused(signed(good.getHeader(), claims().subject("somebody").build()));
        refused(signed(
                good.getHeader(), claims().claim("client_id", "other-app").build()));
    }

    @Test
    void refusesEveryByteChanged() {
        String token = good.serialize();
        for (int at = 0; at < token.length(); at += 37) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            refused(token.substring(0, at) + other + token.substring(at + 1));
        }
    }

    private void refused(String token) {
        app.me(token).expectStatus().isUnauthorized();
    }

    private JWTClaimsSet.Builder claims() throws Exception {
        return new JWTClaimsSet.Builder(good.getJWTClaimsSet());
    }

    private JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm)
                .type(good.getHeader().getType())
                .keyID(good.getHeader().getKeyID());
    }

    private static String header(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String signed(JWSHeader header, JWTClaimsSet claims) throws Exception {
        return signed(header, claims, new RSASSASigner(key.secret()));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        assertThat(token.serialize()).isNotBlank();
        return token.serialize();
    }
}
