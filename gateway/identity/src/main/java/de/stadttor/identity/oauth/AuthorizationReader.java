package de.stadttor.identity.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import de.stadttor.grants.Challenge;
import de.stadttor.grants.Client;
import de.stadttor.grants.ClientId;
import de.stadttor.grants.Clients;
import de.stadttor.web.BadRequest;
import de.stadttor.web.PublicUrl;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads authorization requests. First who asks and where the answer would go: as long as these are in doubt nobody is
 * sent anywhere, and the person is told (RFC 6749, section 4.1.2.1). All other faults are told to the application.
 */
@Component
final class AuthorizationReader {

    private static final String ATTEMPT = "attempt";

    /** So long may the local address be that a login returns to. */
    private static final int MOST_CHARACTERS = 900;

    private final Clients clients;
    private final Issuer issuer;

    AuthorizationReader(Clients clients, PublicUrl publicUrl) {
        this.clients = clients;
        this.issuer = new Issuer(publicUrl.origin());
    }

    /**
     * What is asked for.
     *
     * @param query as it came, null for none
     * @return fails with {@link BadRequest} where there is nobody to answer to, otherwise with
     *     {@link AuthorizationError}
     */
    Mono<AuthorizationAsk> read(@Nullable String query) {
        return Mono.defer(() -> {
            Map<String, List<String>> parameters = URLUtils.parseParameters(Objects.requireNonNullElse(query, ""));
            String redirect = single(parameters, "redirect_uri");
            return clients.find(clientId(single(parameters, "client_id")))
                    .switchIfEmpty(Mono.error(() -> unanswerable("client_id")))
                    .map(client -> ask(client, redirect, parameters));
        });
    }

    private AuthorizationAsk ask(Client client, String redirect, Map<String, List<String>> parameters) {
        if (!client.mayRedirectTo(redirect)) {
            throw unanswerable("redirect_uri");
        }
        var replyTo = new ReplyTo(URI.create(redirect), state(parameters), issuer);
        List<String> attempt = parameters.getOrDefault(ATTEMPT, List.of());
        Map<String, List<String>> asked = new LinkedHashMap<>(parameters);
        asked.remove(ATTEMPT);
        String query = URLUtils.serializeParameters(asked);
        AuthorizationRequest request = parsed(asked, query, replyTo);
        return new AuthorizationAsk(
                client.id(),
                redirect,
                replyTo,
                challenge(request, replyTo),
                wish(request, replyTo),
                query,
                attempt.isEmpty() ? null : attempt.getFirst());
    }

    private static AuthorizationRequest parsed(Map<String, List<String>> asked, String query, ReplyTo replyTo) {
        try {
            AuthorizationRequest request = AuthorizationRequest.parse(asked);
            ErrorObject fault = fault(request, query);
            if (fault != null) {
                throw new AuthorizationError(replyTo, fault);
            }
            return request;
        } catch (ParseException e) {
            throw new AuthorizationError(
                    replyTo, Objects.requireNonNullElse(e.getErrorObject(), OAuth2Error.INVALID_REQUEST));
        }
    }

    private static @Nullable ErrorObject fault(AuthorizationRequest request, String query) {
        if (request.getRequestURI() != null) {
            return OAuth2Error.REQUEST_URI_NOT_SUPPORTED;
        }
        if (request.getRequestObject() != null) {
            return OAuth2Error.REQUEST_NOT_SUPPORTED;
        }
        if (!ResponseType.CODE.equals(request.getResponseType())) {
            return OAuth2Error.UNSUPPORTED_RESPONSE_TYPE;
        }
        if (request.getResponseMode() != null && !ResponseMode.QUERY.equals(request.getResponseMode())) {
            return invalid("response_mode can be query only");
        }
        return query.length() > MOST_CHARACTERS ? invalid("more than 900 characters") : null;
    }

    private static Challenge challenge(AuthorizationRequest request, ReplyTo replyTo) {
        if (request.getCodeChallenge() == null
                || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                || !Challenge.isOne(request.getCodeChallenge().getValue())) {
            throw new AuthorizationError(replyTo, invalid("code_challenge with code_challenge_method=S256 is needed"));
        }
        return new Challenge(request.getCodeChallenge().getValue());
    }

    private static LoginWish wish(AuthorizationRequest request, ReplyTo replyTo) {
        try {
            return LoginWish.of(request);
        } catch (IllegalArgumentException e) {
            throw new AuthorizationError(replyTo, invalid("max_age is a number of seconds"));
        }
    }

    private static @Nullable State state(Map<String, List<String>> parameters) {
        List<String> values = parameters.getOrDefault("state", List.of());
        return values.size() == 1 && !values.getFirst().isBlank() ? new State(values.getFirst()) : null;
    }

    private static ClientId clientId(String text) {
        try {
            return new ClientId(text);
        } catch (IllegalArgumentException e) {
            throw unanswerable("client_id");
        }
    }

    private static String single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() != 1) {
            throw unanswerable(name);
        }
        return values.getFirst();
    }

    private static ErrorObject invalid(String description) {
        return OAuth2Error.INVALID_REQUEST.setDescription(description);
    }

    private static BadRequest unanswerable(String parameter) {
        return new BadRequest(BadRequest.Reason.PARAMETER, parameter);
    }
}
