package de.stadttor.ticketing;

import org.jspecify.annotations.Nullable;

/**
 * What the citizen said of themselves, unverified: good for a salutation and a notice, never for recognition.
 *
 * @param anonymous true when no verified identity stands behind it
 */
public record Contact(@Nullable String name, @Nullable String email, boolean anonymous) {}
