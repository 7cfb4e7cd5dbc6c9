package de.stadttor.calls;

import java.time.Duration;

/**
 * What this installation decided about calls.
 *
 * @param queue key of the queue for calls of which the rules say nothing else
 * @param patience how long to wait for what is still awaited: pieces that are missing, an end that nobody told
 * @param keep how long calls are kept after something was told of them last
 */
public record CallSettings(String queue, Duration patience, Duration keep) {}
