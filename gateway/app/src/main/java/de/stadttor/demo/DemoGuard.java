package de.stadttor.demo;

import java.net.InetSocketAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ResponseStatusException;

/** Lets only this machine's own browser and shell at the demo's tokens: 404 for everybody else, as without a demo. */
final class DemoGuard {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> FORWARDED =
            Set.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Via", "X-Real-IP");

    private DemoGuard() {}

    static void check(ServerHttpRequest request) {
        if (!local(request) || forwarded(request.getHeaders())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** The Host header too: a page elsewhere that has its own name point here must not get a token. */
    private static boolean local(ServerHttpRequest request) {
        InetSocketAddress named = request.getHeaders().getHost();
        return named != null && HERE.contains(named.getHostString()) && loopback(request.getRemoteAddress());
    }

    private static boolean loopback(@Nullable InetSocketAddress remote) {
        return remote == null || remote.getAddress().isLoopbackAddress();
    }

    private static boolean forwarded(HttpHeaders headers) {
        return FORWARDED.stream().anyMatch(headers::containsHeader);
    }
}
