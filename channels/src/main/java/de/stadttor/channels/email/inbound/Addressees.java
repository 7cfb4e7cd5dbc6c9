package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.Envelope;
import de.stadttor.channels.email.mime.AddressList;
import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.MailAddress;
import de.stadttor.outbox.ReplyTokens;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Whom a mail went to, and which of our deliveries it answers by that. */
final class Addressees {

    /** Fields in which servers tell whom a mail was for, when its visible recipients do not. */
    private static final String[] BY_SERVERS = {"delivered-to", "x-original-to", "envelope-to", "x-envelope-to"};

    private static final int MOST = 200;

    private Addressees() {}

    /** Deliveries whose genuine token stands in an address, without repetition. */
    static Stream<UUID> answered(Envelope envelope, HeaderFields header, ReplyTokens tokens) {
        return Stream.concat(Stream.concat(envelope.to().stream(), envelope.cc().stream()), byServers(header))
                .map(MailAddress::address)
                .filter(Objects::nonNull)
                .limit(MOST)
                .flatMap(address -> tokens.delivery(token(address)).stream())
                .distinct();
    }

    private static Stream<MailAddress> byServers(HeaderFields header) {
        return Stream.of(BY_SERVERS).flatMap(header::all).flatMap(value -> AddressList.of(value).stream());
    }

    /** What stands between the last plus sign and the at sign; empty without. */
    private static String token(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.lastIndexOf('+', Math.max(at, 0));
        return plus < 0 || at < plus ? "" : address.substring(plus + 1, at);
    }
}
