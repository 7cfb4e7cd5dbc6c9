package de.stadttor.channels.email.outbound;

import de.stadttor.channels.email.outbound.smtp.RelaySettings;
import de.stadttor.people.AssuranceLevel;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves.
 *
 * @param address sender of queues without an address of their own; what is answered comes back to it
 * @param name shown beside the address, such as that of the city
 * @param carries highest level whose content may be mailed: above it a mail says only that there is something
 * @param queues by key, what differs for one queue
 * @param perDomain most mails a second to addresses of one domain, of one node
 * @param attachments most bytes of files sent with one mail; what is more is only in the portal
 * @param lease time for one delivery, before another node may take it over
 */
@ConfigurationProperties("stadttor.mail")
public record OutboundSettings(
        @DefaultValue RelaySettings relay,
        @DefaultValue("") String address,
        @DefaultValue("") String name,
        @DefaultValue("BASIC") AssuranceLevel carries,
        @DefaultValue Map<String, OfQueue> queues,
        @DefaultValue("10") int perDomain,
        @DefaultValue("10485760") long attachments,
        @DefaultValue("5m") Duration lease,
        @DefaultValue Guard guard,
        @DefaultValue DkimSettings dkim) {

    /** What differs for one queue; null for what does not. */
    public record OfQueue(
            @Nullable String address,
            @Nullable String name,
            @Nullable AssuranceLevel carries) {}

    /**
     * How many mails that answer a mail, such as acknowledgements, are enough: more look like two machines talking.
     *
     * @param perHour to one address
     * @param perDay to one address
     * @param perTicket about one ticket, a day
     */
    public record Guard(
            @DefaultValue("10") int perHour,
            @DefaultValue("40") int perDay,
            @DefaultValue("5") int perTicket) {}

    /**
     * How mails are signed (RFC 6376); empty for not at all.
     *
     * @param selector names the key in the DNS: {@code <selector>._domainkey.<domain>}
     * @param key file with the private key, PKCS 8 in PEM, RSA
     */
    public record DkimSettings(
            @DefaultValue("") String domain,
            @DefaultValue("") String selector,
            @DefaultValue("") String key) {

        public boolean configured() {
            return !key.isBlank();
        }
    }

    /** Whether mail can leave at all. */
    public boolean configured() {
        return relay.configured() && !address.isBlank();
    }

    /** Who signs a queue's letters. */
    public String sender(String queue) {
        OfQueue own = queues.get(queue);
        return own == null || own.name() == null ? name : own.name();
    }

    /** Highest level whose content mails of a queue may carry. */
    public AssuranceLevel carries(String queue) {
        OfQueue own = queues.get(queue);
        return own == null || own.carries() == null ? carries : own.carries();
    }
}
