package de.stadttor.channels.email.sender;

import de.stadttor.channels.email.mime.AddressList;
import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.MailAddress;
import de.stadttor.channels.email.mime.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Verifies SPF, DKIM and DMARC ourselves, for offices whose server does not. Asks the domain name system, so it blocks;
 * the number of questions is bounded.
 */
public final class OwnCheck implements SenderCheck {

    private final Set<String> servers;
    private final Spf spf;
    private final Dkim dkim;
    private final Dmarc dmarc;

    /**
     * @param servers names of our own servers that take mail from outside, as they call themselves in Received fields;
     *     without them SPF is not checked, since nobody else's word about the client counts
     */
    public OwnCheck(Set<String> servers, Dns dns) {
        this.servers =
                servers.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.spf = new Spf(dns);
        this.dkim = new Dkim(dns);
        this.dmarc = new Dmarc(dns);
    }

    @Override
    public SenderVerdict check(HeaderFields header, Slice raw) {
        Hop hop = Hop.of(header, servers);
        String sent = hop == null ? null : spf.verdict(hop);
        Dkim.Signed signed = dkim.check(header, raw);
        String proven = hop != null && "pass".equals(sent) ? Spf.domain(hop) : null;
        String author = author(header);
        return new SenderVerdict(
                sent,
                signed.verdict(),
                author == null ? "permerror" : dmarc.verdict(author, proven, signed.domains()),
                domain(signed.domains(), author));
    }

    /** The one domain of the From field; null when there is none or more than one (RFC 7489, 6.6.1). */
    private static @Nullable String author(HeaderFields header) {
        List<String> domains = header.all("from")
                .flatMap(from -> AddressList.of(from).stream())
                .map(MailAddress::address)
                .map(address -> address == null ? "" : address.substring(address.lastIndexOf('@') + 1))
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return domains.size() == 1 && !domains.getFirst().isBlank() ? domains.getFirst() : null;
    }

    /** Of several signatures that of the author says most. */
    private static @Nullable String domain(List<String> signers, @Nullable String author) {
        if (author != null && signers.contains(author)) {
            return author;
        }
        return signers.isEmpty() ? null : signers.getFirst();
    }
}
