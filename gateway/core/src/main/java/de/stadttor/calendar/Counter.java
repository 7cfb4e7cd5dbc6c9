package de.stadttor.calendar;

/**
 * A slot with what is taken of it.
 *
 * @param booked places taken, the public's included
 * @param publicBooked places that the public took
 */
public record Counter(Slot slot, int booked, int publicBooked) {

    /** Places that the public can take now: its own share, and never more than there are. */
    public int publicFree() {
        return Math.max(0, Math.min(slot.publicTotal() - publicBooked, free()));
    }

    /** Places that staff can take now. */
    public int free() {
        return Math.max(0, slot.total() - booked);
    }

    /** Appointments for which there is no place any more. */
    int surplus() {
        return Math.max(0, booked - slot.total());
    }

    Counter offering(Slot other) {
        return new Counter(other, booked, publicBooked);
    }

    /** The same after the public gave places back. */
    public Counter less(int places) {
        return new Counter(slot, booked - places, publicBooked - places);
    }
}
