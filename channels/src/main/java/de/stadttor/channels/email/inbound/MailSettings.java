package de.stadttor.channels.email.inbound;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is taken in.
 *
 * @param queue key of the queue for mailboxes of which nothing else is said
 * @param patience how long understanding one mail may take, before a person has to
 * @param wholeLimit most bytes of a mail that is held in memory and read as a whole; a larger one is stored unread
 * @param oversizeLimit most bytes of a mail at all
 * @param inFlight bytes of mails that may be in memory at the same time on their way in by HTTP
 * @param authserv name of the server whose Authentication-Results (RFC 8601) are believed; null for none
 * @param verifyAt our own servers that take mail from outside, as they call themselves in Received fields: then we
 *     verify senders ourselves
 * @param dns name server for that; null for the system's
 * @param keys folder of keys that open encrypted mail; null for none
 * @param keysPassphrase opens them
 */
@ConfigurationProperties("stadttor.mail.inbound")
public record MailSettings(
        @DefaultValue("buergerbuero") String queue,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("33554432") int wholeLimit,
        @DefaultValue("157286400") long oversizeLimit,
        @DefaultValue("67108864") long inFlight,
        @Nullable String authserv,
        @DefaultValue List<String> verifyAt,
        @Nullable String dns,
        @Nullable String keys,
        @DefaultValue("") String keysPassphrase) {

    public MailSettings {
        verifyAt = List.copyOf(verifyAt);
        authserv = set(authserv);
        dns = set(dns);
        keys = set(keys);
    }

    /** An empty environment variable says nothing. */
    private static @Nullable String set(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
