package de.stadttor.saml.web;

import de.stadttor.saml.login.BrowserSecret;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * The cookie that ties a login to a browser. The answer is a cross-site POST, so over https it must be
 * {@code SameSite=None}; the {@code __Host-} prefix keeps neighbouring hosts from planting one.
 */
final class LoginCookie {

    private final boolean https;
    private final Duration lifetime;

    LoginCookie(SamlPaths paths, Duration lifetime) {
        this.https = paths.isHttps();
        this.lifetime = lifetime;
    }

    Optional<BrowserSecret> read(ServerRequest request) {
        return Optional.ofNullable(request.cookies().getFirst(name()))
                .flatMap(cookie -> BrowserSecret.of(cookie.getValue()));
    }

    ResponseCookie write(BrowserSecret secret) {
        return cookie(secret.value(), lifetime);
    }

    ResponseCookie delete() {
        return cookie("", Duration.ZERO);
    }

    private String name() {
        return https ? "__Host-saml-login" : "saml-login";
    }

    private ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(name(), value)
                .path("/")
                .httpOnly(true)
                .secure(https)
                .sameSite(https ? "None" : "Lax")
                .maxAge(age)
                .build();
    }
}
