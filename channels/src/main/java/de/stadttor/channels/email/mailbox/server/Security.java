package de.stadttor.channels.email.mailbox.server;

/**
 * How the connection is protected. There is no "when the server can": whoever sits between could say that it cannot.
 */
public enum Security {
    /** TLS from the first byte (RFC 8314). */
    TLS,
    /** TLS after STARTTLS or STLS; without it no password is sent. */
    STARTTLS,
    /** None: for the machine itself and for tests. */
    PLAIN
}
