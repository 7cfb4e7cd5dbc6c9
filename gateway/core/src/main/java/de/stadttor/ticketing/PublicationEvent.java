package de.stadttor.ticketing;

/** What becomes of a ticket before everybody's eyes. */
public sealed interface PublicationEvent extends TicketEvent {

    /** A caseworker released something of it for everybody to see. */
    record Released() implements PublicationEvent {

        public static final String KIND = "released";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** Nothing of it is released any longer. */
    record ReleaseWithdrawn() implements PublicationEvent {

        public static final String KIND = "release-withdrawn";

        @Override
        public String kind() {
            return KIND;
        }
    }
}
