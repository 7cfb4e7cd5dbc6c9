package de.stadttor.web.limits;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Where those come from who are not known otherwise. */
@Component
public final class Visitors {

    private final ClientAddress addresses;

    Visitors(LimitSettings settings) {
        this.addresses = new ClientAddress(settings.trustedProxies());
    }

    /**
     * The address that a request counts for.
     *
     * @param peer who connected; null when it cannot be said
     */
    public Visitor of(@Nullable InetSocketAddress peer, HttpHeaders headers) {
        return new Visitor(addresses.client(peer, headers));
    }

    /** @param address null when nobody can tell */
    public record Visitor(@Nullable InetAddress address) {

        /** The name that limits count it by; an IPv6 client owns a whole /64. */
        public String name() {
            return address == null ? "unknown" : ClientAddress.name(address);
        }

        /** It is nobody's business in a log. */
        @Override
        public String toString() {
            return "Visitor";
        }
    }
}
