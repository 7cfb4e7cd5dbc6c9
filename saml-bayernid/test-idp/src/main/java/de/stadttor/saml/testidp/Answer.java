package de.stadttor.saml.testidp;

import java.net.URI;

/**
 * What the browser posts to the service provider.
 *
 * @param samlResponse Base64
 * @param relayState as it came; empty if none came
 */
public record Answer(URI consumer, String samlResponse, String relayState) {}
