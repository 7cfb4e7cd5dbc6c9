package de.stadttor.saml.opensaml;

import de.stadttor.saml.AssuranceLevel;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;

/**
 * What differs from one request to the next; all else stands in the profile.
 *
 * @param id an NCName nobody can guess
 * @param destination where the identity provider takes requests
 */
public record AuthnRequestDraft(String id, Instant issuedAt, URI destination, AssuranceLevel level, Locale locale) {}
