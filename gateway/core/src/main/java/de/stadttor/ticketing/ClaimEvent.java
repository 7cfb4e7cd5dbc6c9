package de.stadttor.ticketing;

import de.stadttor.people.CitizenId;
import java.util.Locale;
import java.util.Map;

/** What becomes of an anonymous case that somebody says is theirs. */
public sealed interface ClaimEvent extends TicketEvent {

    /**
     * A citizen made an anonymous case their own.
     *
     * @param guest who sent it, and still takes part
     */
    record CaseClaimed(CitizenId citizen, CitizenId guest) implements ClaimEvent {

        public static final String KIND = "case-claimed";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("citizen", citizen.toString(), "guest", guest.toString());
        }

        @Override
        public boolean shownToCitizens() {
            return true;
        }
    }

    /** Who had claimed an anonymous case takes part no longer. */
    record ClaimEnded(Cause cause) implements ClaimEvent {

        public static final String KIND = "claim-ended";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("cause", cause.code());
        }

        @Override
        public boolean shownToCitizens() {
            return true;
        }

        /** Who undid the claim. */
        public enum Cause {
            OBJECTION,
            CASEWORKER;

            public static Cause of(String code) {
                return valueOf(code.toUpperCase(Locale.ROOT));
            }

            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}
