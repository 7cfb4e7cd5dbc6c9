package de.stadttor.channels.email.sender;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what SPF and DKIM proved belongs to the domain that people see (RFC 7489). Organizational domains are found
 * with the public suffix list that comes with Guava.
 */
final class Dmarc {

    private final Dns dns;

    Dmarc(Dns dns) {
        this.dns = dns;
    }

    /**
     * {@code pass}, {@code fail}, {@code none} (the domain asks for nothing) or {@code temperror}.
     *
     * @param author domain of the From field, lower case
     * @param spf domain that passed SPF, null when none did
     * @param dkim domains whose signature is good
     */
    String verdict(String author, @Nullable String spf, List<String> dkim) {
        try {
            Map<String, String> policy = policy(author);
            if (policy.isEmpty()) {
                return "none";
            }
            boolean sent = spf != null && aligned(author, spf, policy.get("aspf"));
            boolean signed = dkim.stream().anyMatch(domain -> aligned(author, domain, policy.get("adkim")));
            return sent || signed ? "pass" : "fail";
        } catch (DnsUnavailable late) {
            return "temperror";
        }
    }

    /** The domain's own record, else that of the organization (RFC 7489, 6.6.3); empty when neither has one. */
    private Map<String, String> policy(String author) throws DnsUnavailable {
        Map<String, String> own = record(author);
        String organization = organization(author);
        return own.isEmpty() && !organization.equals(author) ? record(organization) : own;
    }

    private Map<String, String> record(String domain) throws DnsUnavailable {
        List<String> found = dns.records("_dmarc." + domain, Dns.Type.TXT).stream()
                .filter(text -> text.strip().startsWith("v=DMARC1"))
                .toList();
        return found.size() == 1 ? tags(found.getFirst()) : Map.of();
    }

    private static Map<String, String> tags(String record) {
        return Stream.of(record.split(";", 50))
                .map(tag -> tag.split("=", 2))
                .filter(tag -> tag.length == 2)
                .collect(Collectors.toMap(
                        tag -> tag[0].strip().toLowerCase(Locale.ROOT),
                        tag -> tag[1].strip().toLowerCase(Locale.ROOT),
                        (first, _) -> first));
    }

    /** Strict means the same domain; relaxed, the rule, the same organization. */
    private static boolean aligned(String author, String proven, @Nullable String mode) {
        String domain = proven.toLowerCase(Locale.ROOT);
        return "s".equals(mode) ? domain.equals(author) : organization(domain).equals(organization(author));
    }

    /**
     * What somebody registered: one label more than the public suffix, which is one label unless the list says more.
     */
    private static String organization(String domain) {
        if (!InternetDomainName.isValid(domain)) {
            return domain;
        }
        InternetDomainName name = InternetDomainName.from(domain);
        if (name.hasPublicSuffix()) {
            return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : domain;
        }
        List<String> labels = name.parts();
        return String.join(".", labels.subList(Math.max(0, labels.size() - 2), labels.size()));
    }
}
