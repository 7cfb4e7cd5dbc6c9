package de.stadttor.saml.login;

import de.stadttor.saml.AssuranceLevel;
import java.time.Instant;

/**
 * A login that began and waits for its answer.
 *
 * @param requestId ID of our AuthnRequest, which the answer must name
 * @param profile name of the profile
 * @param level what was asked for
 * @param requestedAt when we asked
 * @param expiresAt from when on the answer comes too late
 * @param browser {@link BrowserSecret#fingerprint()}, to forget all logins of one browser
 * @param returnTo local path to go on to
 * @param note what the application put aside; empty if nothing
 */
public record PendingLogin(
        String requestId,
        String profile,
        AssuranceLevel level,
        Instant requestedAt,
        Instant expiresAt,
        String browser,
        String returnTo,
        String note) {}
