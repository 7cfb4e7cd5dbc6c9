package de.stadttor.web.callers;

import com.nimbusds.jwt.JWTParser;
import de.stadttor.web.Api;
import de.stadttor.web.TrustedIssuer;
import de.stadttor.web.TrustedIssuers;
import de.stadttor.web.callers.RecentTokens.Verified;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Authenticates bearer tokens of trusted issuers for one API. */
@Component
final class TokenAuthentication {

    private final Map<String, TrustedIssuer> issuers;
    private final RecentTokens recent;
    private final TokenCallers callers;

    /** @param issuers the operator's and our own */
    TokenAuthentication(List<TrustedIssuers> issuers, RecentTokens recent, TokenCallers callers) {
        this.recent = recent;
        this.callers = callers;
        this.issuers = issuers.stream()
                .flatMap(some -> some.all().stream())
                .collect(Collectors.toMap(TrustedIssuer::name, Function.identity()));
    }

    ReactiveAuthenticationManager forApi(Api api) {
        return authentication -> Mono.just(authentication)
                .ofType(BearerTokenAuthenticationToken.class)
                .flatMap(token -> authenticate(api, token.getToken()))
                .onErrorMap(BadJwtException.class, e -> new BadCredentialsException("token refused", e));
    }

    private Mono<Authentication> authenticate(Api api, String token) {
        return Mono.defer(() -> verified(api, token))
                .doOnNext(verified -> refuseElsewhere(api, verified))
                .flatMap(verified -> callers.caller(api, verified.issuer(), verified.token()))
                .map(CallerAuthentication::new);
    }

    private Mono<Verified> verified(Api api, String token) {
        Verified known = recent.find(token);
        return known == null ? verify(api, token) : Mono.just(known);
    }

    private Mono<Verified> verify(Api api, String token) {
        TrustedIssuer issuer = issuer(api, token);
        return issuer.decoder()
                .decode(token)
                .map(jwt -> new Verified(issuer, jwt))
                .doOnNext(verified -> recent.remember(token, verified));
    }

    /** Reads the issuer before anything is verified, only to know whose keys to verify with. */
    private TrustedIssuer issuer(Api api, String token) {
        TrustedIssuer issuer = issuers.get(claimedIssuer(token));
        if (issuer == null || !issuer.apis().contains(api)) {
            throw new BadCredentialsException("issuer not trusted here");
        }
        return issuer;
    }

    private static String claimedIssuer(String token) {
        try {
            String issuer = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
            return issuer == null ? "" : issuer;
        } catch (ParseException e) {
            throw new BadCredentialsException("no token");
        }
    }

    private static void refuseElsewhere(Api api, Verified verified) {
        List<String> audience = verified.token().getAudience();
        if (!verified.issuer().apis().contains(api) || audience == null || !audience.contains(api.audience())) {
            throw new BadCredentialsException("meant for another door");
        }
    }
}
