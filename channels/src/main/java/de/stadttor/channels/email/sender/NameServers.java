package de.stadttor.channels.email.sender;

import com.google.common.net.HostAndPort;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.NoneException;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.impl.DNSServiceXBillImpl;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/** The name servers of the machine or a given one, through dnsjava, which caches. */
public final class NameServers implements Dns {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DNSService service;

    NameServers(Resolver resolver) {
        this.service = new DNSServiceXBillImpl(resolver);
    }

    /** Those that the operating system is set to. */
    public static NameServers ofSystem() {
        return patient(new ExtendedResolver());
    }

    /**
     * The one at {@code address}: a host name or an address, with {@code :port} if it is not 53. An IPv6 address stands
     * in brackets when a port follows.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static NameServers at(String address) throws UnknownHostException {
        HostAndPort server = HostAndPort.fromString(address).withDefaultPort(SimpleResolver.DEFAULT_PORT);
        InetAddress host = InetAddress.getByName(server.getHost());
        return patient(
                new ExtendedResolver(List.of(new SimpleResolver(new InetSocketAddress(host, server.getPort())))));
    }

    private static NameServers patient(Resolver resolver) {
        resolver.setTimeout(PATIENCE);
        return new NameServers(resolver);
    }

    @Override
    public List<String> records(String name, Type type) throws DnsUnavailable {
        try {
            List<String> records = service.getRecords(new DNSRequest(name, code(type)));
            return records == null ? List.of() : List.copyOf(records);
        } catch (NoneException unusable) {
            return List.of();
        } catch (TimeoutException late) {
            throw new DnsUnavailable(name);
        }
    }

    private static int code(Type type) {
        return switch (type) {
            case A -> DNSRequest.A;
            case AAAA -> DNSRequest.AAAA;
            case MX -> DNSRequest.MX;
            case PTR -> DNSRequest.PTR;
            case TXT -> DNSRequest.TXT;
        };
    }
}
