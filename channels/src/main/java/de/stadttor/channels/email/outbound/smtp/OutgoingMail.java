package de.stadttor.channels.email.outbound.smtp;

import de.stadttor.channels.email.mime.Slice;

/**
 * A finished mail.
 *
 * @param sender envelope sender, where it returns to when it cannot be delivered; a bare address
 * @param recipient the bare address it goes to
 * @param bytes all of it, lines ended by CRLF, none longer than 998 octets, 7 bit only
 */
public record OutgoingMail(String sender, String recipient, Slice bytes) {}
