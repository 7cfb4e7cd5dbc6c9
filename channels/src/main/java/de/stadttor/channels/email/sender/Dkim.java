package de.stadttor.channels.email.sender;

import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.Slice;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;

/** DKIM signatures (RFC 6376) with Apache James jDKIM. */
final class Dkim {

    /** More are a try to keep us busy: each costs a question and a public key operation. */
    private static final int MOST_SIGNATURES = 20;

    private final Dns dns;

    Dkim(Dns dns) {
        this.dns = dns;
    }

    /**
     * What the signatures say together.
     *
     * @param verdict {@code pass} when one is good, in the words of RFC 8601, 2.7.1
     * @param domains whose signature is good
     */
    record Signed(String verdict, List<String> domains) {}

    Signed check(HeaderFields header, Slice raw) {
        long signatures = header.all("dkim-signature").count();
        if (signatures == 0) {
            return new Signed("none", List.of());
        }
        if (signatures > MOST_SIGNATURES) {
            return new Signed("permerror", List.of());
        }
        try {
            List<SignatureRecord> good = new DKIMVerifier(this::keys).verify(raw.open());
            return good == null || good.isEmpty()
                    ? new Signed("none", List.of())
                    : new Signed("pass", good.stream().map(Dkim::domain).toList());
        } catch (TempFailException later) {
            return new Signed("temperror", List.of());
        } catch (PermFailException wrong) {
            return new Signed("fail", List.of());
        } catch (FailException | IOException | RuntimeException damaged) {
            return new Signed("permerror", List.of());
        }
    }

    private List<String> keys(CharSequence methods, CharSequence selector, CharSequence domain)
            throws TempFailException {
        try {
            return dns.records(selector + "._domainkey." + domain, Dns.Type.TXT);
        } catch (DnsUnavailable late) {
            throw new TempFailException(String.valueOf(late.getMessage()));
        }
    }

    private static String domain(SignatureRecord signature) {
        return signature.getDToken().toString().toLowerCase(Locale.ROOT);
    }
}
