package de.stadttor.channels.email.mailbox;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import de.stadttor.channels.email.mailbox.server.AccessTokens;
import de.stadttor.channels.email.mailbox.server.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens for a mailbox from its provider's token endpoint (RFC 6749, 4.4 and 6), each used until shortly before
 * it ends. A new refresh token that comes with one replaces the old one, which some providers forget soon.
 */
final class OAuthTokens implements AccessTokens {

    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final int PATIENCE_MILLIS = 20_000;

    private final URI endpoint;
    private final ClientAuthentication client;
    private final Scope scope;
    private final Clock clock;
    private @Nullable RefreshToken refreshToken;
    private @Nullable Secret token;
    private Instant goodUntil = Instant.MIN;

    /** @param refreshToken null to act as the application itself */
    OAuthTokens(
            URI endpoint,
            String clientId,
            Secret clientSecret,
            String scope,
            @Nullable Secret refreshToken,
            Clock clock) {
        this.endpoint = endpoint;
        this.client = new ClientSecretPost(
                new ClientID(clientId), new com.nimbusds.oauth2.sdk.auth.Secret(clientSecret.value()));
        this.scope = Scope.parse(scope);
        this.refreshToken = refreshToken == null ? null : new RefreshToken(refreshToken.value());
        this.clock = clock;
    }

    @Override
    public synchronized Secret current() throws IOException {
        var current = token;
        if (current == null || !clock.instant().isBefore(goodUntil)) {
            Tokens tokens = ask();
            current = new Secret(tokens.getAccessToken().getValue());
            remember(tokens, current);
        }
        return current;
    }

    private void remember(Tokens tokens, Secret fresh) {
        AccessToken access = tokens.getAccessToken();
        token = fresh;
        goodUntil = clock.instant().plusSeconds(access.getLifetime()).minus(EARLY);
        if (tokens.getRefreshToken() != null) {
            refreshToken = tokens.getRefreshToken();
        }
    }

    private Tokens ask() throws IOException {
        HTTPRequest request = new TokenRequest.Builder(endpoint, client, grant())
                .scope(scope)
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(PATIENCE_MILLIS);
        request.setReadTimeout(PATIENCE_MILLIS);
        try {
            TokenResponse response = TokenResponse.parse(request.send());
            if (!response.indicatesSuccess()) {
                throw new IOException("token refused: "
                        + response.toErrorResponse().getErrorObject().getCode());
            }
            return response.toSuccessResponse().getTokens();
        } catch (ParseException e) {
            throw new IOException("token answer cannot be read", e);
        }
    }

    private AuthorizationGrant grant() {
        return refreshToken == null ? new ClientCredentialsGrant() : new RefreshTokenGrant(refreshToken);
    }
}
