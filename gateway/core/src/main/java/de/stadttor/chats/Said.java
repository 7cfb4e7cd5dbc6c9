package de.stadttor.chats;

import java.time.Instant;

/** Something that was said is stored, for good, at this place in the order of the chat. */
public record Said(long position, Instant at) {}
