package de.stadttor.web.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadttor.web.limits.TrustedProxies;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.security.authentication.BadCredentialsException;

class ClientCertificatesTest {

    private static final String THUMBPRINT = "b939ba850ff416c4e2330ea4cb6fb1af7821ec743ade1a9642059982eea0ccb1";
    private static final Instant WITHIN = Instant.parse("2027-01-01T00:00:00Z");

    private final ClientCertificates certificates = at(WITHIN);

    @Test
    void takesTheCertificateOfTheConnection() throws Exception {
        var request =
                MockServerHttpRequest.get("/").sslInfo(shown(certificate())).build();
        assertThat(certificates.thumbprint(request)).isEqualTo(THUMBPRINT);
    }

    @Test
    void takesTheWordOfAProxyOfOurs() throws Exception {
        assertThat(certificates.thumbprint(from("10.1.2.3", told(certificate()))))
                .isEqualTo(THUMBPRINT);
    }

    @Test
    void takesTheWordOfNobodyElse() throws Exception {
        assertThat(certificates.thumbprint(from("192.0.2.1", told(certificate()))))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "::", ":MIIB:", ":@@:", "MIIB", "-----BEGIN CERTIFICATE-----"})
    void refusesWhatIsNoCertificate(String header) {
        assertThatThrownBy(() -> certificates.thumbprint(from("10.1.2.3", header)))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void refusesACertificateBeforeItsTime() throws Exception {
        var request = from("10.1.2.3", told(certificate()));
        assertThatThrownBy(() -> at(Instant.EPOCH).thumbprint(request)).isInstanceOf(BadCredentialsException.class);
    }

    private static ClientCertificates at(Instant now) {
        return new ClientCertificates(new TrustedProxies(List.of("10.0.0.0/8")), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static MockServerHttpRequest from(String address, String header) {
        return MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(address, 4711))
                .header("Client-Cert", header)
                .build();
    }

    private static String told(X509Certificate certificate) throws GeneralSecurityException {
        return ":" + Base64.getEncoder().encodeToString(certificate.getEncoded()) + ":";
    }

    private static SslInfo shown(X509Certificate certificate) {
        return new SslInfo() {
            @Override
            public String getSessionId() {
                return "1";
            }

            @Override
            public X509Certificate[] getPeerCertificates() {
                return new X509Certificate[] {certificate};
            }
        };
    }

    /** Self-signed, of nobody; good for a hundred years. */
    private static X509Certificate certificate() throws IOException, GeneralSecurityException {
        try (InputStream pem = ClientCertificatesTest.class.getResourceAsStream("/certificates/client.pem")) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }
}
