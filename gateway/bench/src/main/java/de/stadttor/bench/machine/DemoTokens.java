package de.stadttor.bench.machine;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Tokens of more people than the demo has personas: signed with the demo's own key, which is taken from the database of
 * the program that was started for this run.
 */
public final class DemoTokens {

    private static final Duration LIFE = Duration.ofHours(2);

    private final RSASSASigner signer;
    private final String issuer;

    private DemoTokens(RSASSASigner signer, String issuer) {
        this.signer = signer;
        this.issuer = issuer;
    }

    public static DemoTokens of(Server program) throws IOException, SQLException, GeneralSecurityException {
        try (Connection tables = program.database().connect();
                Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery("SELECT signing_key FROM installation")) {
            row.next();
            var key = new PKCS8EncodedKeySpec(row.getBytes(1));
            return new DemoTokens(
                    new RSASSASigner(KeyFactory.getInstance("RSA").generatePrivate(key)), program.issuer());
        }
    }

    /** @param bpk2 by which the citizen is known */
    public String citizen(String bpk2) throws JOSEException {
        return token(claims(bpk2, "stadttor-citizen")
                .claim("acr", "basic")
                .claim("auth_time", Instant.now().getEpochSecond()));
    }

    /** @param subject of a caseworker of all queues */
    public String caseworker(String subject) throws JOSEException {
        return token(claims(subject, "stadttor-desk")
                .claim("name", subject)
                .claim("roles", List.of("caseworker"))
                .claim("queues", List.of("*")));
    }

    private JWTClaimsSet.Builder claims(String subject, String audience) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
    }

    private String token(JWTClaimsSet.Builder claims) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        var token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
