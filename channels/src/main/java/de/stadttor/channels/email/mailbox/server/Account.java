package de.stadttor.channels.email.mailbox.server;

import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How to get into a mailbox.
 *
 * @param credentials asked for each connection anew, since tokens end
 * @param trust null for the certificate authorities that the system trusts
 * @param patience longest time to connect, and longest silence of the server within an answer
 */
public record Account(
        Protocol protocol,
        String host,
        int port,
        Security security,
        String user,
        Credentials credentials,
        @Nullable SSLSocketFactory trust,
        Duration patience) {

    /** What opens it. */
    public sealed interface Credentials {

        record Password(Secret password) implements Credentials {}

        /** @param token gives an access token that is good now, for SASL XOAUTH2; may block */
        record Token(AccessTokens token) implements Credentials {}
    }
}
