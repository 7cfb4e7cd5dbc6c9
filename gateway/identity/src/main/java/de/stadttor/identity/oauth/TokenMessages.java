package de.stadttor.identity.oauth;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.AbstractOptionallyIdentifiedRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import de.stadttor.grants.ClientId;
import de.stadttor.grants.Clients;
import de.stadttor.web.PublicUrl;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the token and the revocation endpoint have in common: who asks, and how answers look. */
@Component
final class TokenMessages {

    private static final int UNAUTHORIZED = 401;
    private static final int BAD_REQUEST = 400;

    private final Clients clients;
    private final PublicUrl publicUrl;

    TokenMessages(Clients clients, PublicUrl publicUrl) {
        this.clients = clients;
        this.publicUrl = publicUrl;
        loadTheSdk();
    }

    /**
     * The SDK's request could also be sent, so its class reads the trusted certificates: at start, not in a request.
     */
    private static void loadTheSdk() {
        HTTPRequest.getDefaultSSLSocketFactory();
    }

    /** The request as the SDK reads it; fails with {@link TokenError} when it brings credentials in a header. */
    Mono<HTTPRequest> http(ServerWebExchange exchange) {
        return exchange.getFormData().map(form -> http(exchange.getRequest(), form));
    }

    private HTTPRequest http(ServerHttpRequest request, MultiValueMap<String, String> form) {
        var http = new HTTPRequest(
                HTTPRequest.Method.POST,
                URI.create(publicUrl.resolve(request.getPath().value())));
        http.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        http.setBody(URLUtils.serializeParameters(form));
        String credentials = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (credentials != null) {
            throw new TokenError(OAuth2Error.INVALID_CLIENT);
        }
        return http;
    }

    /**
     * The registered application that asks. None of them has a secret, so one that shows one is mistaken about where it
     * is.
     */
    Mono<ClientId> client(AbstractOptionallyIdentifiedRequest request) {
        if (request.getClientAuthentication() != null) {
            return Mono.error(() -> new TokenError(OAuth2Error.INVALID_CLIENT.setHTTPStatusCode(BAD_REQUEST)));
        }
        if (request.getClientID() == null) {
            return Mono.error(() -> new TokenError(OAuth2Error.INVALID_REQUEST.setDescription("client_id is needed")));
        }
        return Mono.fromCallable(() -> new ClientId(request.getClientID().getValue()))
                .flatMap(clients::find)
                .filter(client -> !client.redirects().isEmpty())
                .map(client -> client.id())
                .onErrorComplete(IllegalArgumentException.class)
                .switchIfEmpty(
                        Mono.error(() -> new TokenError(OAuth2Error.INVALID_CLIENT.setHTTPStatusCode(BAD_REQUEST))));
    }

    ResponseEntity<String> ok(String json) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }

    static boolean isRefusal(Throwable failure) {
        return failure instanceof TokenError || failure instanceof ParseException;
    }

    /** A header is answered in kind (RFC 6749, section 5.2), though with no scheme that would work. */
    Mono<ResponseEntity<String>> refusal(Throwable failure) {
        return Mono.fromSupplier(() -> {
            ErrorObject error = error(failure);
            boolean challenged = failure instanceof TokenError && error.getHTTPStatusCode() == UNAUTHORIZED;
            var response = ResponseEntity.status(challenged ? UNAUTHORIZED : BAD_REQUEST)
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.APPLICATION_JSON);
            if (challenged) {
                response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"no client has a secret here\"");
            }
            return response.body(new TokenErrorResponse(error).toJSONObject().toJSONString());
        });
    }

    private static ErrorObject error(Throwable failure) {
        ErrorObject error = switch (failure) {
            case TokenError refused -> refused.error();
            case ParseException unreadable -> unreadable.getErrorObject();
            default -> null;
        };
        return error == null ? OAuth2Error.INVALID_REQUEST : error;
    }
}
