package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.mime.Head;
import de.stadttor.channels.email.mime.HeaderField;
import de.stadttor.channels.email.mime.Slice;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The header of a mail alone, for when the rest is too much: who wrote to whom, about what, by a program or not. */
final class BareMail {

    /** Describe the body that is not there. */
    private static final Set<String> OF_THE_BODY = Set.of("content-type", "content-transfer-encoding");

    private static final int LONGEST_FIELD = 10_000;
    private static final int MOST_FIELDS = 200;

    private BareMail() {}

    static Slice of(Head head) {
        return Slice.ofLatin1(head.fields().fields().stream()
                .filter(field -> !OF_THE_BODY.contains(field.name().toLowerCase(Locale.ROOT)))
                .filter(field -> field.value().length() <= LONGEST_FIELD)
                .limit(MOST_FIELDS)
                .map(BareMail::line)
                .collect(Collectors.joining("", "", "\r\n")));
    }

    private static String line(HeaderField field) {
        return field.name() + ": " + field.value() + "\r\n";
    }
}
