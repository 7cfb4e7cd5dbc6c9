package de.stadttor.channels.email.outbound;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** One address, fit for an envelope. It came from outside: whatever is more, or less, than one address is none. */
record Recipient(String local, String domain) {

    /** RFC 5321 4.5.3.1. */
    private static final int LONGEST_LOCAL = 64;

    private static final int LONGEST = 254;

    /** Empty for what is no address, and for local parts beyond ASCII, which few servers take (RFC 6531). */
    static Optional<Recipient> of(String written) {
        String address = written.strip();
        int at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL || address.length() > LONGEST || !isPlain(address.substring(0, at))) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
            new InternetAddress(address.substring(0, at) + "@" + domain, true).validate();
            return Optional.of(new Recipient(address.substring(0, at), domain));
        } catch (IllegalArgumentException | AddressException e) {
            return Optional.empty();
        }
    }

    /** Neither quoted nor grouped nor folded: what real mailboxes look like (RFC 5322 3.2.3, dot-atom). */
    private static boolean isPlain(String local) {
        return local.matches("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    }

    String address() {
        return local + "@" + domain;
    }

    /** As {@link de.stadttor.outbox.Delivery} knows it. */
    String hash() {
        try {
            byte[] address = address().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(address));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
