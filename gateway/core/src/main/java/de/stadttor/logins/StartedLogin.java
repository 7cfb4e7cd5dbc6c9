package de.stadttor.logins;

import de.stadttor.people.AssuranceLevel;
import java.time.Instant;

/**
 * A login that began and waits for the identity provider's answer.
 *
 * @param key 64 hex digits that only the browser can make; what is kept finishes no login
 * @param requestId what the answer must name
 * @param level what was asked for
 * @param browser 64 hex digits that stand for the browser
 * @param returnTo local path to go on to, at most 1000 characters
 * @param note put aside for the end, at most 500 characters; empty if nothing was
 */
public record StartedLogin(
        String key,
        String requestId,
        String profile,
        AssuranceLevel level,
        Instant requestedAt,
        Instant expiresAt,
        String browser,
        String returnTo,
        String note) {}
