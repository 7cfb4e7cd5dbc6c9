package de.stadttor.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTest {

    private final ClientAddress addresses = new ClientAddress(List.of("10.0.0.0/8", "fd00::/8"));

    @Test
    void isThePeerWhateverAStrangerSays() {
        assertThat(of("203.0.113.7", "198.51.100.1")).isEqualTo(of("203.0.113.7"));
    }

    @Test
    void isTheLastHopBeforeOurProxies() {
        assertThat(of("10.0.0.1", "192.0.2.9, 203.0.113.7, 10.0.0.2")).isEqualTo(of("203.0.113.7"));
        assertThat(of("fd00::1", "203.0.113.7")).isEqualTo(of("203.0.113.7"));
    }

    @Test
    void isTheProxyItselfWhenItTellsNothingThatCanBeRead() {
        assertThat(of("10.0.0.1")).isNotEqualTo(of("10.0.0.2"));
        assertThat(of("10.0.0.1", "unknown")).isEqualTo(of("10.0.0.1"));
        assertThat(of("10.0.0.1", "example.org")).isEqualTo(of("10.0.0.1"));
    }

    @Test
    void isTheWholeNetworkOfAnIpv6Client() {
        assertThat(of("2001:db8:1:2:3::4")).isEqualTo(of("2001:db8:1:2:ffff::1"));
        assertThat(of("2001:db8:1:2::1")).isNotEqualTo(of("2001:db8:1:3::1"));
    }

    private String of(String peer, String... forwarded) {
        var request = MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(peer, 4711));
        if (forwarded.length > 0) {
            request.header("X-Forwarded-For", forwarded);
        }
        return addresses.of(request.build());
    }
}
