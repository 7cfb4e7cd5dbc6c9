package de.stadttor.saml.web;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.login.LocalPath;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends whoever is not logged in, or not firmly enough, to the login of one profile, and back to where they wanted to
 * go.
 */
public final class LoginEntryPoint implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final URI login;

    /** @param level weakest level that will do */
    public LoginEntryPoint(SamlPaths paths, String profile, AssuranceLevel level) {
        login = paths.login(profile, level);
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        return redirect(exchange);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return redirect(exchange);
    }

    private Mono<Void> redirect(ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
            exchange.getResponse().getHeaders().setLocation(address(exchange));
        });
    }

    /** Only what was asked by GET can be repeated after the login. */
    private URI address(ServerWebExchange exchange) {
        if (!HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            return login;
        }
        URI wanted = exchange.getRequest().getURI();
        String path = wanted.getRawPath() + (wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery());
        return LocalPath.of(path)
                .map(local ->
                        URI.create(login + "&returnTo=" + URLEncoder.encode(local.value(), StandardCharsets.UTF_8)))
                .orElse(login);
    }
}
