package de.stadttor.calls;

import java.time.Instant;

/**
 * Where a recording lies, in a system of its own that is none of ours.
 *
 * @param until forgotten afterwards, whatever becomes of the call
 */
public record Recording(String reference, Instant until) {}
