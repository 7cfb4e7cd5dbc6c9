package de.stadttor.channels.email.inbound;

import de.stadttor.ticketing.Priority;

/**
 * Where a mail goes that begins a ticket.
 *
 * @param queue key of the queue
 * @param attention whether a person must look at it
 * @param ignored true when it leads to nothing at all
 */
record Route(String queue, Priority priority, boolean attention, boolean ignored) {}
