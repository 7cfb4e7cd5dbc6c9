package de.stadttor.web.callers;

import com.nimbusds.jwt.JWTParser;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Citizen;
import de.stadttor.web.Api;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Recognizes who sends a token in a frame of a WebSocket, where no filter has looked. */
@Component
public final class SocketCallers {

    private final TokenAuthentication tokens;

    SocketCallers(TokenAuthentication tokens) {
        this.tokens = tokens;
    }

    /** Fails with an {@code AuthenticationException} for a token that is worth nothing here. */
    public Mono<Citizen> citizen(String token) {
        return caller(Api.CITIZEN, token).ofType(Citizen.class);
    }

    /** The same at the desk, with the moment in which the token ends. */
    public Mono<DeskCaller> caseworker(String token) {
        return caller(Api.DESK, token)
                .ofType(Caseworker.class)
                .map(caseworker -> new DeskCaller(caseworker, end(token)));
    }

    private Mono<Object> caller(Api api, String token) {
        return tokens.forApi(api)
                .authenticate(new BearerTokenAuthenticationToken(token))
                .mapNotNull(Authentication::getPrincipal);
    }

    /** Of a token that was verified before. One without an end is good for this moment. */
    private static Instant end(String token) {
        try {
            Date end = JWTParser.parse(token).getJWTClaimsSet().getExpirationTime();
            return end == null ? Instant.EPOCH : end.toInstant();
        } catch (ParseException e) {
            throw new BadCredentialsException("no token");
        }
    }

    /** @param until when the token ends */
    public record DeskCaller(Caseworker caseworker, Instant until) {}
}
