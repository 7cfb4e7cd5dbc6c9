package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.ParsedMail;
import de.stadttor.channels.email.mime.MailAddress;
import de.stadttor.sorting.SortingRule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What rules look at. */
record SortableParts(List<String> from, List<String> to, String subject, String text, String automatic) {

    /** Rules look no further than people do before they decide. */
    private static final int LOOKED_AT = 20_000;

    static SortableParts of(ParsedMail mail) {
        var envelope = mail.envelope();
        String text = mail.content().text();
        return new SortableParts(
                words(Stream.ofNullable(envelope.from())),
                words(Stream.concat(envelope.to().stream(), envelope.cc().stream())),
                envelope.subject(),
                text.substring(0, Math.min(text.length(), LOOKED_AT)),
                mail.autoSubmitted().code());
    }

    private static List<String> words(Stream<MailAddress> addresses) {
        return addresses
                .flatMap(address -> Stream.of(address.name(), address.address()))
                .filter(Objects::nonNull)
                .toList();
    }

    List<String> of(SortingRule.Part part) {
        return switch (part) {
            case FROM -> from;
            case TO -> to;
            case SUBJECT -> List.of(subject);
            case TEXT -> List.of(text);
            case AUTOMATIC -> List.of(automatic);
        };
    }
}
