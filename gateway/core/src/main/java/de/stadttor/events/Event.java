package de.stadttor.events;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened, for good.
 *
 * @param seq position in its stream, from 1, without gaps
 * @param kind stable name, past tense, such as {@code message-added}
 * @param body ids and codes only, never text, names or addresses, so that erasure need not touch the log
 */
public record Event(StreamId stream, long seq, String kind, Map<String, String> body, Instant at) {

    public Event {
        body = Map.copyOf(body);
    }
}
