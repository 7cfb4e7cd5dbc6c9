package de.stadttor.ticketing;

import java.util.Map;
import java.util.UUID;

/** What a ticket has to do with mandates. */
public sealed interface MandateEvent extends TicketEvent {

    /** The ticket proves that its citizen may act for somebody else. */
    record MandateRecorded(UUID mandate) implements MandateEvent {

        public static final String KIND = "mandate-recorded";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("mandate", mandate.toString());
        }

        @Override
        public boolean shownToCitizens() {
            return true;
        }
    }

    /** A mandate that the ticket proved holds no longer. */
    record MandateRevoked(UUID mandate) implements MandateEvent {

        public static final String KIND = "mandate-revoked";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("mandate", mandate.toString());
        }

        @Override
        public boolean shownToCitizens() {
            return true;
        }
    }
}
