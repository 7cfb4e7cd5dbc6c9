package de.stadttor.intake;

import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import java.time.Instant;

/**
 * A message at the door, with what its ticket will be if it is new.
 *
 * @param at when it came
 */
record Arrival(InboundMessage message, TicketId ticket, TicketNumber number, Instant at) {}
