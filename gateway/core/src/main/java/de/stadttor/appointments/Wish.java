package de.stadttor.appointments;

import java.util.List;

/** What somebody wants done at an office, in one appointment. */
public record Wish(OfficeId office, List<Item> items) {

    public Wish {
        items = List.copyOf(items);
    }

    /** @param quantity from 1 */
    public record Item(ServiceId service, int quantity) {}
}
