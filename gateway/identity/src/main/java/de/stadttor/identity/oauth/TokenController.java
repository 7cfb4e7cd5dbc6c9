package de.stadttor.identity.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import de.stadttor.grants.ClientId;
import de.stadttor.grants.Granting;
import de.stadttor.grants.Granting.Granted;
import de.stadttor.grants.Secret;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tokens for codes and for refresh tokens (RFC 6749, sections 4.1.3 and 6). */
@RestController
final class TokenController {

    /** All that there is; what else an application asks for is ignored, and the answer says so. */
    static final String SCOPE = "citizen";

    private final TokenMessages messages;
    private final Granting granting;
    private final AccessTokens accessTokens;

    TokenController(TokenMessages messages, Granting granting, AccessTokens accessTokens) {
        this.messages = messages;
        this.granting = granting;
        this.accessTokens = accessTokens;
    }

    @PostMapping(
            path = "/oauth2/token",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> requestToken(ServerWebExchange exchange) {
        return messages.http(exchange)
                .flatMap(http -> Mono.fromCallable(() -> TokenRequest.parse(http)))
                .flatMap(request -> messages.client(request).flatMap(client -> granted(request, client)))
                .switchIfEmpty(Mono.error(() -> new TokenError(OAuth2Error.INVALID_GRANT)))
                .flatMap(this::answer)
                .onErrorResume(TokenMessages::isRefusal, messages::refusal)
                .checkpoint("request token");
    }

    private Mono<Granted> granted(TokenRequest request, ClientId client) {
        return switch (request.getAuthorizationGrant()) {
            case AuthorizationCodeGrant code -> redeem(code, client);
            case RefreshTokenGrant refresh ->
                granting.refresh(new Secret(refresh.getRefreshToken().getValue()), client);
            default -> Mono.error(() -> new TokenError(OAuth2Error.UNSUPPORTED_GRANT_TYPE));
        };
    }

    private Mono<Granted> redeem(AuthorizationCodeGrant code, ClientId client) {
        return granting.redeem(
                new Secret(code.getAuthorizationCode().getValue()),
                client,
                code.getRedirectionURI() == null ? "" : code.getRedirectionURI().toString(),
                code.getCodeVerifier() == null ? "" : code.getCodeVerifier().getValue());
    }

    private Mono<ResponseEntity<String>> answer(Granted granted) {
        return accessTokens
                .of(granted)
                .map(token -> new Tokens(
                        new BearerAccessToken(token, AccessTokens.LIFE.toSeconds(), new Scope(SCOPE)),
                        new RefreshToken(granted.refreshToken().value())))
                .map(tokens -> messages.ok(
                        new AccessTokenResponse(tokens).toJSONObject().toJSONString()));
    }
}
