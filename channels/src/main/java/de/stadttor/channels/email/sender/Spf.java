package de.stadttor.channels.email.sender;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.executor.SynchronousSPFExecutor;
import org.apache.james.jspf.impl.SPF;
import org.jspecify.annotations.Nullable;

/** Sender Policy Framework (RFC 7208) with Apache James jSPF. */
final class Spf {

    private static final int PATIENCE_SECONDS = 20;

    private final SPF checker;

    Spf(Dns dns) {
        DNSService lookups = new Lookups(dns);
        this.checker = new SPF(lookups, new SynchronousSPFExecutor(lookups));
        checker.setTimeOut(PATIENCE_SECONDS);
    }

    /** In the words of RFC 7208, 2.6, such as {@code pass} or {@code softfail}. */
    String verdict(Hop hop) {
        return checker.checkSPF(hop.address(), hop.sender(), hop.helo())
                .getResult()
                .toLowerCase(Locale.ROOT);
    }

    /** The domain that {@link #verdict} speaks of: the envelope's, else the client's own name (RFC 7208, 2.4). */
    static String domain(Hop hop) {
        int at = hop.sender().lastIndexOf('@');
        return at < 0 ? hop.helo() : hop.sender().substring(at + 1);
    }

    /** What jSPF asks, answered by our port. */
    private record Lookups(Dns dns) implements DNSService {

        private static final int MOST_RECORDS = 10;

        /** Null, not empty, stands for "no such record" here. */
        @Override
        public @Nullable List<String> getRecords(DNSRequest request) throws TimeoutException {
            try {
                List<String> records = dns.records(request.getHostname(), type(request));
                return records.isEmpty() ? null : records;
            } catch (DnsUnavailable late) {
                throw new TimeoutException(String.valueOf(late.getMessage()));
            }
        }

        @Override
        public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
            try {
                return CompletableFuture.completedFuture(getRecords(request));
            } catch (TimeoutException late) {
                return CompletableFuture.failedFuture(late);
            }
        }

        private static Dns.Type type(DNSRequest request) {
            return switch (request.getRecordType()) {
                case DNSRequest.A -> Dns.Type.A;
                case DNSRequest.AAAA -> Dns.Type.AAAA;
                case DNSRequest.MX -> Dns.Type.MX;
                case DNSRequest.PTR -> Dns.Type.PTR;
                default -> Dns.Type.TXT;
            };
        }

        @Override
        public List<String> getLocalDomainNames() {
            return List.of();
        }

        @Override
        public void setTimeOut(int seconds) {
            // The port has its own patience.
        }

        @Override
        public int getRecordLimit() {
            return MOST_RECORDS;
        }

        @Override
        public void setRecordLimit(int limit) {
            // RFC 7208, 4.6.4 leaves nothing to set.
        }
    }
}
