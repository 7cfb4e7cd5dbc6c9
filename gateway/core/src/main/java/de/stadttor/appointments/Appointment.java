package de.stadttor.appointments;

import de.stadttor.calendar.ScopeId;
import de.stadttor.calendar.Slot;
import de.stadttor.calendar.Slots;
import de.stadttor.people.CitizenId;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a calendar and whose it is.
 *
 * @param number for people, nine digits; gives no access
 * @param office as it was when it was booked
 * @param first its first slot; the others follow at once
 * @param length how many slots
 * @param share whose places it took
 * @param until when its hold ends; null for what is held for good, or not at all
 * @param holding whether its places are counted as taken
 * @param contact null until it is given
 * @param citizen who was logged in; null for anybody
 * @param sequence counts the changes that calendars should follow (RFC 5545 3.8.7.4)
 */
public record Appointment(
        AppointmentId id,
        int number,
        ScopeId scope,
        Office office,
        List<BookedService> services,
        Slot.Key first,
        int length,
        Slots.Share share,
        State state,
        @Nullable Instant until,
        boolean holding,
        @Nullable Contact contact,
        @Nullable CitizenId citizen,
        int sequence,
        Instant createdAt,
        Instant changedAt) {

    public Appointment {
        services = List.copyOf(services);
    }

    /** Where it stands. */
    public enum State {
        /** A place is held while the contact is given. */
        RESERVED,
        /** The contact is given; its mail must be confirmed. */
        PRECONFIRMED,
        CONFIRMED,
        CANCELLED,
        /** It was not confirmed in time. */
        EXPIRED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        private boolean isHeldForAWhile() {
            return this == RESERVED || this == PRECONFIRMED;
        }
    }

    /** Where it stands now: what was not confirmed in time is over, whether somebody tidied up or not. */
    public State stateAt(Instant now) {
        return state.isHeldForAWhile() && isOver(now) ? State.EXPIRED : state;
    }

    /** Whether its places are counted as taken although its time is over. */
    public boolean isLeftOver(Instant now) {
        return holding && isOver(now);
    }

    private boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** All its slots. */
    public List<Slot.Key> chain() {
        return chain(first, length);
    }

    static List<Slot.Key> chain(Slot.Key first, int length) {
        return Stream.iterate(first, Slot.Key::next).limit(length).toList();
    }

    /** When it ends. */
    public Instant end() {
        return chain().getLast().next().at();
    }

    /** The same, of a citizen who is logged in. */
    Appointment by(CitizenId who) {
        return new Appointment(
                id, number, scope, office, services, first, length, share, state, until, holding, contact, who,
                sequence, createdAt, changedAt);
    }

    Appointment contacted(Contact given, Instant now) {
        need(stateAt(now) == State.RESERVED, now, "contact");
        return with(State.RESERVED, until, true, given, now);
    }

    /** @param activation when the hold ends from now on */
    Appointment preconfirmed(Instant now, Instant activation) {
        need(stateAt(now) == State.RESERVED && contact != null, now, "preconfirm");
        return with(State.PRECONFIRMED, activation, true, contact, now);
    }

    Appointment confirmed(Instant now) {
        need(stateAt(now).isHeldForAWhile() && contact != null, now, "confirm");
        return with(State.CONFIRMED, null, true, contact, now);
    }

    /** @param kept until when others cannot have its places; null to give them back at once */
    Appointment cancelled(Instant now, @Nullable Instant kept) {
        need(stateAt(now) != State.EXPIRED && now.isBefore(first.at()), now, "cancel");
        return with(State.CANCELLED, kept, kept != null, contact, now).nextSequence();
    }

    Appointment moved(ScopeId to, Slot.Key place, Instant now) {
        need(state == State.CONFIRMED && now.isBefore(first.at()), now, "reschedule");
        return new Appointment(
                        id, number, to, office, services, place, length, share, state, until, true, contact, citizen,
                        sequence, createdAt, now)
                .nextSequence();
    }

    /** Without its places, which somebody else may have from now on. */
    Appointment released(Instant now) {
        return with(stateAt(now), null, false, contact, now);
    }

    private void need(boolean allowed, Instant now, String step) {
        if (!allowed) {
            throw new Refused(
                    stateAt(now) == State.EXPIRED
                            ? new Refusal.ReservationExpired()
                            : new Refusal.AppointmentConflict(state.code(), step));
        }
    }

    private Appointment with(State next, @Nullable Instant held, boolean holds, @Nullable Contact who, Instant now) {
        return new Appointment(
                id, number, scope, office, services, first, length, share, next, held, holds, who, citizen, sequence,
                createdAt, now);
    }

    private Appointment nextSequence() {
        return new Appointment(
                id,
                number,
                scope,
                office,
                services,
                first,
                length,
                share,
                state,
                until,
                holding,
                contact,
                citizen,
                sequence + 1,
                createdAt,
                changedAt);
    }
}
