package de.stadttor.channels.email.sender;

import de.stadttor.channels.email.mime.HeaderFields;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a message came into our house, as our own servers wrote it down. What stands below their Received fields came
 * with the message and proves nothing.
 *
 * @param address of the client, IPv4 or IPv6
 * @param helo the name that it gave itself
 * @param sender of the envelope, empty for reports
 */
record Hop(String address, String helo, String sender) {

    private static final int LONGEST = 2_000;
    private static final Pattern BY = Pattern.compile("(?i)\\bby\\s+([\\w.-]+)");
    private static final Pattern BRACKETED =
            Pattern.compile("\\[(?i:ipv6:)?([0-9a-fA-F:.]{3,45})\\]|\\((?:\\S+@)?(\\d{1,3}(?:\\.\\d{1,3}){3})\\)");
    private static final Pattern NAMED = Pattern.compile("(?i)\\bhelo[= ]\\[?([\\w.:-]+)");
    private static final Pattern FIRST = Pattern.compile("(?i)^\\s*from\\s+\\[?([\\w.:-]+)");

    /** The hop from outside to one of {@code ours}, names in lower case; null when it is not told. */
    static @Nullable Hop of(HeaderFields header, Set<String> ours) {
        for (String field : header.all("received").toList()) {
            String received = field.substring(0, Math.min(LONGEST, field.length()));
            Matcher by = BY.matcher(received);
            if (!by.find() || !ours.contains(by.group(1).toLowerCase(Locale.ROOT))) {
                return null;
            }
            String from = received.substring(0, by.start());
            String address = address(from);
            if (address != null && !isInside(address)) {
                return new Hop(address, helo(from), sender(header));
            }
        }
        return null;
    }

    private static @Nullable String address(String from) {
        Matcher matcher = BRACKETED.matcher(from);
        String last = null;
        while (matcher.find()) {
            last = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        }
        return last;
    }

    /** Scanners on the same machine or network pass a message on once more. */
    private static boolean isInside(String address) {
        try {
            InetAddress client = InetAddress.getByName(address);
            return client.isLoopbackAddress() || client.isSiteLocalAddress() || client.isLinkLocalAddress();
        } catch (UnknownHostException rubbish) {
            return true;
        }
    }

    private static String helo(String from) {
        for (Pattern pattern : List.of(NAMED, FIRST)) {
            Matcher matcher = pattern.matcher(from);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "unknown";
    }

    private static String sender(HeaderFields header) {
        String path = header.raw("return-path");
        return path == null ? "" : path.replaceAll("[<>\\s]", "");
    }
}
