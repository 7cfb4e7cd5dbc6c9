package de.stadttor.intake;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Ticket;
import java.util.List;

/** A message that is let in, and what it leads to. */
sealed interface Admitted {

    Arrival arrival();

    /**
     * A new ticket.
     *
     * @param citizen whose it is
     * @param guest no verified identity stands behind it
     */
    record Opens(Arrival arrival, CitizenId citizen, boolean guest) implements Admitted {

        /** Whether the sender follows the case by a link; who must log in, or has, needs none. */
        boolean byLink() {
            return guest && arrival.message().requiredLevel() == AssuranceLevel.BASIC;
        }
    }

    /**
     * A message in a ticket that is there and held.
     *
     * @param participants who takes part in the ticket
     */
    record Adds(Arrival arrival, Message message, Ticket.Step step, List<CitizenId> participants) implements Admitted {}
}
