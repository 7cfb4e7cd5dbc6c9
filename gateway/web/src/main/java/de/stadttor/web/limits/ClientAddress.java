package de.stadttor.web.limits;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Whose address a request counts for: its peer's or, behind proxies of ours, the last one that they did not add
 * themselves. An IPv6 client owns a whole /64 and counts as one.
 */
final class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int PREFIX_BYTES = 8;

    private final List<IpSubnetFilterRule> trusted;

    /** @param trusted networks such as {@code 10.0.0.0/8} */
    ClientAddress(List<String> trusted) {
        this.trusted = trusted.stream()
                .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT))
                .toList();
    }

    String of(ServerHttpRequest request) {
        InetAddress client = client(request.getRemoteAddress(), request.getHeaders());
        return client == null ? "unknown" : name(client);
    }

    /** Null for a request without a peer. */
    @Nullable
    InetAddress client(@Nullable InetSocketAddress peer, HttpHeaders headers) {
        if (peer == null || peer.getAddress() == null) {
            return null;
        }
        InetAddress client = peer.getAddress();
        List<String> hops = headers.getValuesAsList(FORWARDED_FOR).reversed();
        for (String hop : hops) {
            InetAddress before = isTrusted(client) ? parsed(hop) : null;
            if (before == null) {
                break;
            }
            client = before;
        }
        return client;
    }

    /** Whether the peer itself is a proxy of ours. */
    boolean isFromProxy(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        return peer != null && peer.getAddress() != null && isTrusted(peer.getAddress());
    }

    private boolean isTrusted(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return trusted.stream().anyMatch(network -> network.matches(socket));
    }

    /** Null for what is no address; no name is ever looked up. */
    private static @Nullable InetAddress parsed(String hop) {
        return NetUtil.createInetAddressFromIpAddressString(hop);
    }

    /** The name that limits count it by. */
    static String name(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes);
    }
}
