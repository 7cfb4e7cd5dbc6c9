package de.stadttor.identity.session;

import de.stadttor.sessions.SessionSecret;
import de.stadttor.web.PublicUrl;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * The cookie of a citizen's login: out of reach for scripts, and not sent with what other sites post. It has no end of
 * its own, since the session's end moves with its use.
 */
@Component
public final class LoginCookie {

    private static final String NAME = "stadttor-login";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final boolean secure;

    LoginCookie(PublicUrl publicUrl) {
        this.secure = publicUrl.secure();
    }

    /** Over https the prefix makes browsers refuse a cookie that a sibling host or plain http set. */
    public String name() {
        return secure ? "__Host-" + NAME : NAME;
    }

    /** Null when there is none, or none of ours. */
    public @Nullable SessionSecret read(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(name());
        return cookie != null && WELL_FORMED.matcher(cookie.getValue()).matches()
                ? new SessionSecret(cookie.getValue())
                : null;
    }

    public ResponseCookie of(SessionSecret secret) {
        return cookie(secret.value()).build();
    }

    public ResponseCookie gone() {
        return cookie("").maxAge(Duration.ZERO).build();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(name(), value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/");
    }
}
