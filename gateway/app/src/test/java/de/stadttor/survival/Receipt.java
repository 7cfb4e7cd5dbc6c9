package de.stadttor.survival;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a submitter was told, or what is stored; both must be equal.
 *
 * @param mark the submission's own id, which it also carries in a field, so that it is found whatever the program does
 * @param tokenHash SHA-256 of the access link's token; null without a link
 */
record Receipt(
        String mark,
        UUID ticket,
        String number,
        Instant receivedAt,
        @Nullable String tokenHash) {}
