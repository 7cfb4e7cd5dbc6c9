package de.stadttor.appointments;

import java.util.Set;

/**
 * A service at an office.
 *
 * @param slots how many it takes there, for each time it is wanted
 * @param maxQuantity how many times one appointment may want it
 * @param combinable services that one appointment may want besides
 */
public record Offer(ServiceId service, OfficeId office, int slots, int maxQuantity, Set<ServiceId> combinable) {

    public Offer {
        combinable = Set.copyOf(combinable);
    }
}
