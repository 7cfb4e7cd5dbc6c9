package de.stadttor.reactions;

import de.stadttor.events.StreamId;

/**
 * The right to do one reaction for a while.
 *
 * @param fence counts the claims of this reaction; whoever was overtaken holds an old one and can finish nothing
 * @param attempts how often it has been tried, this time included
 */
public record Claim(String consumer, StreamId stream, long seq, long fence, int attempts) {

    /** The same reaction, claimed once more. */
    public Claim taken() {
        return new Claim(consumer, stream, seq, fence + 1, attempts + 1);
    }
}
