package de.stadttor.identity.oauth;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import de.stadttor.grants.ClientId;
import de.stadttor.grants.Granting;
import de.stadttor.grants.Secret;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Ends what an application was granted (RFC 7009). Whichever of its tokens it shows, all tokens of that grant are dead
 * at once: the login itself goes on.
 */
@RestController
final class RevocationController {

    private final TokenMessages messages;
    private final Granting granting;
    private final ReactiveJwtDecoder decoder;

    RevocationController(TokenMessages messages, Granting granting, OwnTokens tokens) {
        this.messages = messages;
        this.granting = granting;
        this.decoder = tokens.decoder();
    }

    @PostMapping(path = "/oauth2/revoke", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> revokeToken(ServerWebExchange exchange) {
        return messages.http(exchange)
                .flatMap(http -> Mono.fromCallable(() -> TokenRevocationRequest.parse(http)))
                .flatMap(request -> messages.client(request)
                        .flatMap(client -> revoked(request.getToken().getValue(), client)))
                .filter(revoked -> revoked)
                .switchIfEmpty(Mono.error(() -> new TokenError(OAuth2Error.INVALID_GRANT)))
                .map(_ -> ResponseEntity.ok().<String>build())
                .onErrorResume(TokenMessages::isRefusal, messages::refusal)
                .checkpoint("revoke token");
    }

    /** A refresh token has no dot, an access token has two. */
    private Mono<Boolean> revoked(String token, ClientId client) {
        return token.contains(".")
                ? decoder.decode(token)
                        .flatMap(jwt -> granting.revoke(OwnTokens.grant(jwt), client))
                        .onErrorReturn(RevocationController::isWorthless, true)
                : granting.revoke(new Secret(token), client);
    }

    /** What is no token of ours, or no longer one, need not be revoked (section 2.2). */
    private static boolean isWorthless(Throwable failure) {
        return failure instanceof JwtException || failure instanceof AuthenticationException;
    }
}
