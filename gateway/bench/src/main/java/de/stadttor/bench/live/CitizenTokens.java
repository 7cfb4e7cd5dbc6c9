package de.stadttor.bench.live;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import de.stadttor.bench.machine.Server;
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

/**
 * Tokens of more citizens than the demo has personas: signed with the demo's own key, which is taken from the database
 * of the program that was started for this run.
 */
final class CitizenTokens {

    private static final Duration LIFE = Duration.ofHours(2);

    private final RSASSASigner signer;
    private final String issuer;

    private CitizenTokens(RSASSASigner signer, String issuer) {
        this.signer = signer;
        this.issuer = issuer;
    }

    static CitizenTokens of(Server program) throws IOException, SQLException, GeneralSecurityException {
        try (Connection tables = program.database().connect();
                Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery("SELECT signing_key FROM installation")) {
            row.next();
            var key = new PKCS8EncodedKeySpec(row.getBytes(1));
            return new CitizenTokens(
                    new RSASSASigner(KeyFactory.getInstance("RSA").generatePrivate(key)), program.issuer());
        }
    }

    /** @param bpk2 by which the citizen is known */
    String token(String bpk2) throws JOSEException {
        Instant now = Instant.now();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(bpk2)
                .audience("stadttor-citizen")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("acr", "basic")
                .claim("auth_time", now.getEpochSecond())
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
