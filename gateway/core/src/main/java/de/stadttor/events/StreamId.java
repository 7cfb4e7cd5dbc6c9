package de.stadttor.events;

import java.util.UUID;

/** One line of history: that of a ticket, an appointment, a call or a queue day; the id is that thing's own. */
public record StreamId(UUID value) {}
