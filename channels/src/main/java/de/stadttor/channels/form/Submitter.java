package de.stadttor.channels.form;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.Machine;
import org.jspecify.annotations.Nullable;

/** Who hands a submission in: what is believed of it follows from that. */
public sealed interface Submitter {

    /** A stable reference for keys and quarantine; never a name. */
    String reference();

    /** A client's system, which may state who the citizen is if it has that right. */
    record Client(Machine machine) implements Submitter {

        @Override
        public String reference() {
            return machine.reference();
        }
    }

    /**
     * Somebody at the page of a form. Who it is comes from the login and from nothing that was sent. All visitors share
     * a reference: their keys are random, and the same browser may be logged in at the first attempt and not at the
     * second.
     *
     * @param form of the page
     * @param citizen who is logged in; null for anybody
     * @param proof the work that somebody unknown did, good for one submission; null for who is logged in
     */
    record Visitor(
            String form,
            @Nullable Citizen citizen,
            @Nullable String proof) implements Submitter {

        @Override
        public String reference() {
            return "visitor";
        }

        /** Nobody knows more of a stranger than of the weakest login. */
        public AssuranceLevel level() {
            return citizen == null ? AssuranceLevel.BASIC : citizen.level();
        }
    }
}
