package de.stadttor.demo;

import com.nimbusds.jose.jwk.RSAKey;
import de.stadttor.grants.Client;
import de.stadttor.grants.ClientId;
import de.stadttor.grants.RedirectUri;
import de.stadttor.pages.Banner;
import de.stadttor.pages.DeskLogin;
import de.stadttor.people.Citizens;
import de.stadttor.people.Identity;
import de.stadttor.seals.Seal;
import de.stadttor.seals.SealMaker;
import de.stadttor.store.server.Installations;
import de.stadttor.web.Api;
import de.stadttor.web.ClaimNames;
import de.stadttor.web.IdentityTokens;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.TrustedIssuer;
import de.stadttor.web.TrustedIssuers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Keys of the demo: made for this installation, kept in its database, good for its own tokens only. */
@Configuration(proxyBeanMethods = false)
@Conditional(DemoMode.class)
class DemoKeys {

    /** What the demo's citizens are known by, as if they had logged in at BayernID. */
    static final String SP_HOST = "localhost";

    private static final Set<String> ROLES =
            Set.of("caseworker", "teamlead", "admin", "submit", "assert-identity", "report-calls", "intake-admin");

    @Bean
    Installations.DemoKeys keptKeys(Installations installations) {
        return installations.claimForDemo(DemoKeys::fresh);
    }

    private static Installations.DemoKeys fresh() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new Installations.DemoKeys(
                    secret, generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    @Bean
    Banner banner() {
        return new Banner("<p class=\"demo\">DEMO</p>");
    }

    @Bean
    DeskLogin deskLogin() {
        return DeskLogin.demo(List.of("admin", "teamlead", "caseworker"));
    }

    @Bean
    SealMaker seals(Installations.DemoKeys keys) {
        return purpose -> Seal.derive(keys.secret(), purpose);
    }

    @Bean
    RSAKey demoKey(Installations.DemoKeys keys) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance("RSA");
        var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(keys.signingKey()));
        var open = (RSAPublicKey)
                factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return new RSAKey.Builder(open).privateKey(secret).keyID("demo").build();
    }

    @Bean
    TrustedIssuers demoIssuer(RSAKey demoKey, PublicUrl publicUrl, Citizens citizens) throws Exception {
        String name = DemoTokens.issuer(publicUrl);
        return new TrustedIssuers(List.of(new TrustedIssuer(
                name,
                decoder(demoKey, name),
                Set.of(Api.values()),
                ROLES,
                ClaimNames.OURS,
                new IdentityTokens(citizens, DemoKeys::identity, IdentityTokens.OUR_LEVELS))));
    }

    private static Identity identity(Jwt token) {
        return new Identity.BayernId(SP_HOST, Objects.requireNonNull(token.getSubject()));
    }

    /** An application on somebody's own computer, to try OAuth with. */
    @Bean
    Client demoApp() {
        return new Client(new ClientId("demo-app"), "Demo", Set.of(new RedirectUri("http://127.0.0.1/callback")));
    }

    private static ReactiveJwtDecoder decoder(RSAKey key, String issuer) throws Exception {
        var decoder = NimbusReactiveJwtDecoder.withPublicKey(key.toRSAPublicKey())
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new JwtIssuerValidator(issuer), new JwtTypeValidator("at+jwt")));
        return decoder;
    }
}
