package de.stadttor.channels.email.sender;

import org.jspecify.annotations.Nullable;

/**
 * What is known about the sender, in the words of RFC 8601, 2.7: {@code pass}, {@code fail}, {@code softfail},
 * {@code none} and so on.
 *
 * @param spf null when nobody whom we trust has checked it; the others likewise
 * @param domain the domain that signed, null when {@code dkim} is not {@code pass}
 * @param login who logged in at our own server to send it (RFC 4954); null when it came from outside
 */
public record SenderVerdict(
        @Nullable String spf,
        @Nullable String dkim,
        @Nullable String dmarc,
        @Nullable String domain,
        @Nullable String login) {

    /** Nobody has checked. */
    public static final SenderVerdict UNCHECKED = new SenderVerdict(null, null, null, null);

    /** Of mail that came from outside. */
    public SenderVerdict(@Nullable String spf, @Nullable String dkim, @Nullable String dmarc, @Nullable String domain) {
        this(spf, dkim, dmarc, domain, null);
    }
}
