package de.stadttor.channels.email.mailbox.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server tells of a mail before it is fetched.
 *
 * @param size bytes, as the server counts; a hint, some count wrongly
 * @param receivedAt when the mailbox got it; null where the server does not tell (POP3)
 */
public record ListedMail(MailRef ref, long size, @Nullable Instant receivedAt) {}
