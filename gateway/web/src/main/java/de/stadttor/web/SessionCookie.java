package de.stadttor.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The session of a page of our own origin: out of reach for scripts and for other sites' writes. */
public final class SessionCookie {

    private static final String NAME = "stadttor-session";

    private final boolean secure;

    public SessionCookie(PublicUrl publicUrl) {
        this.secure = publicUrl.secure();
    }

    /** Over https the prefix makes browsers refuse a cookie that a sibling host or plain http set. */
    public String name() {
        return secure ? "__Host-" + NAME : NAME;
    }

    public ResponseCookie of(String secret, Duration life) {
        return ResponseCookie.from(name(), secret)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
    }

    public @Nullable String read(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(name());
        return cookie == null ? null : cookie.getValue();
    }
}
