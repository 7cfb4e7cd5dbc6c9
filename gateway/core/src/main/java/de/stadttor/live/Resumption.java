package de.stadttor.live;

/** Where a client wants a stream to begin. */
public sealed interface Resumption {

    /** Now: it has not followed before. */
    record Now() implements Resumption {}

    /** After the last event it got. */
    record After(long position) implements Resumption {}

    /** After an event that we do not know. */
    record Unknown() implements Resumption {}
}
