/**
 * A small OAuth 2.0 authorization server for our own API: authorization code with PKCE for public applications that the
 * operator registered, so no consent is asked. The Nimbus SDK reads and writes the messages; what is granted is decided
 * here and in {@code de.stadttor.grants}.
 */
@NullMarked
@NamedInterface
package de.stadttor.identity.oauth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
