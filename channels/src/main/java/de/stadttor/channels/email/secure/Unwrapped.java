package de.stadttor.channels.email.secure;

import de.stadttor.channels.email.mime.Entity;

/**
 * A message without its envelopes.
 *
 * @param message with the content in place of what enclosed it; the message's own header is kept
 */
public record Unwrapped(Entity message, Protection protection) {}
