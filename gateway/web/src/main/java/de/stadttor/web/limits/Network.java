package de.stadttor.web.limits;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address or a network, such as {@code 203.0.113.7}, {@code 203.0.113.0/24} or {@code 2001:db8::/32}. */
public final class Network {

    private static final Pattern WRITTEN = Pattern.compile("([0-9a-fA-F.:]{2,45})(/\\d{1,3})?");

    private final IpSubnetFilterRule rule;

    private Network(IpSubnetFilterRule rule) {
        this.rule = rule;
    }

    /** Empty for what is none; no name is ever looked up. */
    public static Optional<Network> of(String written) {
        var match = WRITTEN.matcher(written);
        InetAddress address = match.matches() ? NetUtil.createInetAddressFromIpAddressString(match.group(1)) : null;
        if (address == null) {
            return Optional.empty();
        }
        int bits = address.getAddress().length * Byte.SIZE;
        String prefix = match.group(2);
        int length = prefix == null ? bits : Integer.parseInt(prefix.substring(1));
        return length > bits
                ? Optional.empty()
                : Optional.of(new Network(new IpSubnetFilterRule(address, length, IpFilterRuleType.ACCEPT)));
    }

    /** @param address null for an unknown one, which is in no network */
    public boolean contains(@Nullable InetAddress address) {
        return address != null && rule.matches(new InetSocketAddress(address, 0));
    }
}
