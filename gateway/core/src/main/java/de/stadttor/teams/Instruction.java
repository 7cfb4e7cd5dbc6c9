package de.stadttor.teams;

import de.stadttor.ticketing.TicketChange;
import de.stadttor.ticketing.TicketState;
import org.jspecify.annotations.Nullable;

/** What a caseworker wants done with what they wrote in a mail. */
public sealed interface Instruction {

    /** What they wrote, without quotes, signature and commands. */
    String text();

    /**
     * It is for the citizen.
     *
     * @param after what else is wished
     */
    record Reply(String text, Afterwards after) implements Instruction {}

    /** They asked for a note that stays with colleagues. */
    record Note(String text, Afterwards after) implements Instruction {}

    /** It is not sure what they want published: it stays with colleagues, and they are told. */
    record Unclear(String text) implements Instruction {}

    /** A machine wrote in their name, such as an absence note: it stays with colleagues, and nobody is told. */
    record Automatic(String text) implements Instruction {}

    /**
     * What shall become of the ticket.
     *
     * @param close nothing is left to do
     * @param queue key of the queue that it moves to; null to stay
     */
    record Afterwards(boolean close, @Nullable String queue) {

        /** Nothing else. */
        public static final Afterwards NOTHING = new Afterwards(false, null);

        TicketChange asChange() {
            TicketState state = close ? TicketState.CLOSED : null;
            return new TicketChange(state, queue, null, null, null, TicketChange.FieldEdits.NONE);
        }
    }
}
