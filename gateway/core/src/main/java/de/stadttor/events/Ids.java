package de.stadttor.events;

import java.util.UUID;

/** Makes ids that sort by time (UUIDv7, RFC 9562), which the JDK does not. */
@FunctionalInterface
public interface Ids {

    UUID next();
}
