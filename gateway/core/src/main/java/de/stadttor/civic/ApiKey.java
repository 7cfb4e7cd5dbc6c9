package de.stadttor.civic;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets a program hand in requests (GeoReport v2, {@code api_key}). Its secret is shown once and kept as a hash.
 *
 * @param name whose program it is, for people
 * @param revokedAt null while it counts
 */
public record ApiKey(
        UUID id, String name, Instant createdAt, @Nullable Instant revokedAt) {

    /** How its program is named in audit, limits and idempotency. */
    public String reference() {
        return "open311 " + id;
    }
}
