package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.server.Protocol;
import de.stadttor.channels.email.mailbox.server.Secret;
import de.stadttor.channels.email.mailbox.server.Security;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailboxes that are read.
 *
 * @param mailboxes by name; the name decides the queue and is part of what makes a mail known, so it never changes
 * @param mailboxLease after so long without a sign of life of the node that reads a folder another one may
 */
@ConfigurationProperties("stadttor.mail")
public record MailboxSettings(
        @DefaultValue Map<String, Mailbox> mailboxes,
        @DefaultValue("30s") Duration mailboxLease) {

    /** What becomes of a mail that is in. */
    enum After {
        KEEP,
        MOVE,
        DELETE
    }

    /**
     * @param preset fills in host, security, token endpoint and scope of a large provider
     * @param host needed without a preset
     * @param port that of protocol and security when not set
     * @param user also the mailbox's address with XOAUTH2
     * @param password null with OAuth
     * @param oauth null with a password
     * @param folders of IMAP; each is read by a connection of its own
     * @param after keep, move or delete; POP3 cannot move
     * @param moveTo the folder for moved mails
     * @param poll longest time between two looks, 1 s to 1 h
     * @param idle whether an IMAP server that can is asked to tell of new mails at once
     * @param patience longest time to connect, and longest silence of the server within an answer
     * @param retry longest pause after a first failure; it doubles up to five minutes
     * @param sslBundle name of an SSL bundle ({@code spring.ssl.bundle}) to trust; the system's authorities if null
     */
    record Mailbox(
            @Nullable Preset preset,
            @Nullable String host,
            @Nullable Integer port,
            @DefaultValue("imap") Protocol protocol,
            @DefaultValue("tls") Security security,
            @DefaultValue("") String user,
            @Nullable Secret password,
            @Nullable OAuth oauth,
            @DefaultValue("INBOX") List<String> folders,
            @DefaultValue("keep") After after,
            @DefaultValue("Stadttor") String moveTo,
            @DefaultValue("60s") Duration poll,
            @DefaultValue("true") boolean idle,
            @DefaultValue("30s") Duration patience,
            @DefaultValue("2s") Duration retry,
            @Nullable String sslBundle) {}

    /**
     * With a refresh token as that user, without as the application itself (client credentials).
     *
     * @param tenant of Microsoft 365
     * @param tokenEndpoint needed without a preset
     * @param scope that of the preset when not set
     */
    record OAuth(
            @DefaultValue("common") String tenant,
            @Nullable String tokenEndpoint,
            String clientId,
            Secret clientSecret,
            @Nullable Secret refreshToken,
            @Nullable String scope) {}
}
