package de.stadttor.appointments;

import de.stadttor.calendar.ScopeId;
import de.stadttor.calendar.Slot;
import java.util.List;

/** A chain of slots in one calendar. */
record Place(Scope scope, Slot.Key first, int length) {

    ScopeId calendar() {
        return scope.calendar().id();
    }

    List<Slot.Key> chain() {
        return Appointment.chain(first, length);
    }
}
