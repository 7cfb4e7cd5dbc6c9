package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.ParsedMail;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.outbox.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was read.
 *
 * @param key recognizes it; to be taken in the transaction of whatever it leads to
 * @param answers what it answers: the delivery whose genuine reply token is in an address it went to, however old; null
 *     when there is no such token
 * @param likeness of what answers something: another mail with the same one, in the same ticket, is a copy of this one;
 *     null when nothing tells it from others, and of what answers nothing
 */
public record ReadMail(
        ReceivedMail received,
        ParsedMail parsed,
        RequestKey key,
        @Nullable Delivery answers,
        @Nullable String likeness) {}
