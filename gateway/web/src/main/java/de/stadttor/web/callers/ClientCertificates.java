package de.stadttor.web.callers;

import de.stadttor.seals.Sha256;
import de.stadttor.web.limits.TrustedProxies;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * The certificate that a client proved to have the key of: to us, or to a proxy that we trust and that tells us in
 * {@code Client-Cert} (RFC 9440). From anybody else that header means nothing.
 */
@Component
final class ClientCertificates {

    private static final String HEADER = "Client-Cert";

    private final TrustedProxies proxies;
    private final Clock clock;

    ClientCertificates(TrustedProxies proxies, Clock clock) {
        this.proxies = proxies;
        this.clock = clock;
    }

    /** SHA-256 in hex; null without a certificate. */
    @Nullable
    String thumbprint(ServerHttpRequest request) {
        X509Certificate certificate = certificate(request);
        if (certificate == null) {
            return null;
        }
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            return HexFormat.of().formatHex(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was encoded when it came", e);
        } catch (CertificateException e) {
            throw new BadCredentialsException("certificate not valid now");
        }
    }

    private @Nullable X509Certificate certificate(ServerHttpRequest request) {
        SslInfo ssl = request.getSslInfo();
        X509Certificate[] shown = ssl == null ? null : ssl.getPeerCertificates();
        if (shown != null && shown.length > 0) {
            return shown[0];
        }
        String told = request.getHeaders().getFirst(HEADER);
        return told == null || !proxies.sent(request) ? null : read(told.strip());
    }

    /** A byte sequence of DER (RFC 8941, 3.3.5). */
    private static X509Certificate read(String told) {
        try {
            if (told.length() < 3 || !told.startsWith(":") || !told.endsWith(":")) {
                throw new BadCredentialsException("no certificate");
            }
            byte[] der = Base64.getDecoder().decode(told.substring(1, told.length() - 1));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new BadCredentialsException("no certificate");
        }
    }
}
