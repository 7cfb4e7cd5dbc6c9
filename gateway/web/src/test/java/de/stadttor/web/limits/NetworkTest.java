package de.stadttor.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.NetUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.7, true",
        "203.0.113.0/24, 203.0.114.7, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "203.0.113.0/24, 2001:db8::1, false",
        "0.0.0.0/0, 203.0.113.7, true"
    })
    void knowsItsAddresses(String network, String address, boolean contained) {
        assertThat(Network.of(network).orElseThrow().contains(NetUtil.createInetAddressFromIpAddressString(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "203.0.113.0/33", "2001:db8::/129", "203.0.113/24", "1", "::/x"})
    void isNothingElse(String written) {
        assertThat(Network.of(written)).isEmpty();
    }

    @Test
    void containsNobodyWhoIsUnknown() {
        assertThat(Network.of("0.0.0.0/0").orElseThrow().contains(null)).isFalse();
    }
}
