package de.stadttor.web.limits;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Proxies whose word about a client counts (STADTTOR_TRUSTED_PROXIES). */
@Component
public final class TrustedProxies {

    private final ClientAddress addresses;

    @Autowired
    TrustedProxies(LimitSettings settings) {
        this(settings.trustedProxies());
    }

    /** @param networks such as {@code 10.0.0.0/8} */
    public TrustedProxies(List<String> networks) {
        this.addresses = new ClientAddress(networks);
    }

    /** Whether a request came from one. */
    public boolean sent(ServerHttpRequest request) {
        return addresses.isFromProxy(request);
    }
}
