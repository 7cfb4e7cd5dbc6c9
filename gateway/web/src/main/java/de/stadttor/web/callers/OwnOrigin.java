package de.stadttor.web.callers;

import de.stadttor.web.PublicUrl;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A browser sends a cookie by itself, so a write that comes with one must come from our own pages. */
@Component
public final class OwnOrigin {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final PublicUrl publicUrl;

    OwnOrigin(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Whether a request changes nothing. */
    public static boolean safe(ServerHttpRequest request) {
        return SAFE.contains(request.getMethod());
    }

    /** Completes for what changes nothing or says that it comes from here; else {@link AccessDeniedException}. */
    public Mono<Void> check(ServerHttpRequest request) {
        return safe(request) || fromHere(request.getHeaders())
                ? Mono.empty()
                : Mono.error(() -> new AccessDeniedException("foreign origin"));
    }

    private boolean fromHere(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        String origin = headers.getFirst(HttpHeaders.ORIGIN);
        return (site == null || site.equals("same-origin") || site.equals("none")) && ours(origin);
    }

    private boolean ours(@Nullable String origin) {
        return origin == null || origin.equals(publicUrl.origin());
    }
}
