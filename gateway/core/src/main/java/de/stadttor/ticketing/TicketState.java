package de.stadttor.ticketing;

import java.util.Locale;
import java.util.Set;

/** Where a ticket stands at the desk. */
public enum TicketState {
    /** Nobody has looked yet. */
    NEW,
    /** Being worked on. */
    OPEN,
    /** Waiting for the citizen. */
    PENDING,
    CLOSED;

    private Set<TicketState> next() {
        return switch (this) {
            case NEW -> Set.of(OPEN, PENDING, CLOSED);
            case OPEN -> Set.of(PENDING, CLOSED);
            case PENDING -> Set.of(OPEN, CLOSED);
            case CLOSED -> Set.of(OPEN);
        };
    }

    public boolean mayBecome(TicketState state) {
        return state == this || next().contains(state);
    }

    /** What the citizen is told. */
    public PublicState shown() {
        return switch (this) {
            case NEW -> PublicState.RECEIVED;
            case OPEN -> PublicState.IN_PROGRESS;
            case PENDING -> PublicState.QUESTION;
            case CLOSED -> PublicState.DONE;
        };
    }

    /** The written form, as stored and in contracts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TicketState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
