package de.stadttor.saml.testidp;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * Who may ask us.
 *
 * @param consumers where answers may be sent to
 * @param signing certificates of which one must have signed a request
 * @param encryption answers are encrypted to it
 */
public record ServiceProvider(
        String entityId, Set<URI> consumers, List<X509Certificate> signing, X509Certificate encryption) {}
