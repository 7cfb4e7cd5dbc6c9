package de.stadttor.identity.oauth;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.Prompt;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.web.PublicUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a client must know of us: our metadata (RFC 8414) and our keys. */
@RestController
final class DiscoveryController {

    private static final Duration METADATA_KEPT = Duration.ofHours(1);

    /** Much shorter than a key is announced, so that a key can also be taken back. */
    private static final Duration KEYS_KEPT = Duration.ofMinutes(5);

    private final PublishedKeys keys;
    private final String metadata;

    DiscoveryController(PublishedKeys keys, PublicUrl publicUrl) {
        this.keys = keys;
        this.metadata = metadata(publicUrl).toJSONObject().toJSONString();
    }

    @GetMapping(path = "/.well-known/oauth-authorization-server", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> readAuthorizationServer() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(METADATA_KEPT).cachePublic())
                .body(metadata);
    }

    @GetMapping(path = "/oauth2/jwks", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> readKeys() {
        return keys.now()
                .collectList()
                .map(shown -> new JWKSet(shown).toString())
                .map(ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(KEYS_KEPT).cachePublic())::body);
    }

    private static AuthorizationServerMetadata metadata(PublicUrl publicUrl) {
        var metadata = new AuthorizationServerMetadata(new Issuer(publicUrl.origin()));
        metadata.setAuthorizationEndpointURI(URI.create(publicUrl.resolve(AuthorizeController.PATH)));
        metadata.setTokenEndpointURI(URI.create(publicUrl.resolve("/oauth2/token")));
        metadata.setRevocationEndpointURI(URI.create(publicUrl.resolve("/oauth2/revoke")));
        metadata.setJWKSetURI(URI.create(publicUrl.resolve("/oauth2/jwks")));
        metadata.setScopes(new Scope(TokenController.SCOPE));
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setResponseModes(List.of(ResponseMode.QUERY));
        metadata.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        metadata.setTokenEndpointAuthMethods(List.of(ClientAuthenticationMethod.NONE));
        metadata.setRevocationEndpointAuthMethods(List.of(ClientAuthenticationMethod.NONE));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        metadata.setPromptTypes(List.of(Prompt.Type.NONE, Prompt.Type.LOGIN));
        metadata.setCustomParameter(
                "acr_values_supported",
                Arrays.stream(AssuranceLevel.values()).map(AssuranceLevel::code).toList());
        return metadata;
    }
}
