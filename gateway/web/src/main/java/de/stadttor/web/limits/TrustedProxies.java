package de.stadttor.web.limits;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Proxies whose word about a client counts (STADTTOR_TRUSTED_PROXIES). */
@Component
public final class TrustedProxies {

    private final ClientAddress addresses;

    TrustedProxies(LimitSettings settings) {
        this.addresses = new ClientAddress(settings.trustedProxies());
    }

    /** Whether a request came from one. */
    public boolean sent(ServerHttpRequest request) {
        return addresses.isFromProxy(request);
    }
}
