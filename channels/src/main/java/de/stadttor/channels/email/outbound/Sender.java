package de.stadttor.channels.email.outbound;

import de.stadttor.outbox.ReplyTokens;

/**
 * A mailbox that mails leave from.
 *
 * @param name shown beside the address; empty for none
 */
record Sender(String name, String local, String domain) {

    /** So that a token has room beside it (RFC 5321 4.5.3.1.1). */
    private static final int LONGEST_LOCAL = 64 - 1 - ReplyTokens.LENGTH;

    static Sender of(String name, String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1 || at > LONGEST_LOCAL) {
            throw new IllegalArgumentException(
                    "sender address (expected: up to " + LONGEST_LOCAL + " characters, @, a domain)");
        }
        return new Sender(name, address.substring(0, at), address.substring(at + 1));
    }

    String address() {
        return local + "@" + domain;
    }

    /** The same mailbox, told apart by a token (RFC 5233). */
    String address(String token) {
        return local + "+" + token + "@" + domain;
    }
}
