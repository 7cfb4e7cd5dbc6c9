package de.stadttor.channels.email.outbound.smtp;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that takes over what leaves.
 *
 * @param host its name or address; empty for none: what leaves waits until there is one
 * @param port 587 for submission, 465 with {@code TLS}, 25 between servers
 * @param user empty for no authentication
 * @param helloName how we introduce ourselves; empty for the domain of our mails
 * @param connectPatience how long it may take to answer at all
 * @param answerPatience how long it may take to answer one command; RFC 5321 4.5.3.2 asks for ten minutes after the
 *     data, but a relay of one's own has no business to think that long
 * @param connections most connections at once
 */
public record RelaySettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String helloName,
        @DefaultValue("10s") Duration connectPatience,
        @DefaultValue("60s") Duration answerPatience,
        @DefaultValue("4") int connections) {

    public RelaySettings {
        if (connections < 1 || connections > 64) {
            throw new IllegalArgumentException("relay connections: " + connections + " (expected: 1 to 64)");
        }
        if (!user.isEmpty() && security == Security.NONE && !host.startsWith("127.") && !host.equals("localhost")) {
            throw new IllegalArgumentException("relay password in the clear (expected: security STARTTLS or TLS)");
        }
    }

    public boolean configured() {
        return !host.isBlank();
    }

    /** How the connection is protected. */
    public enum Security {
        /** Not at all: for a relay on this machine. */
        NONE,
        /** Begun in the clear and then encrypted; without that nothing is sent. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS
    }

    /** Holds no password, so that it can be logged. */
    @Override
    public String toString() {
        return security + " " + host + ":" + port;
    }
}
