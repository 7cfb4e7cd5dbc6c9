package de.stadttor.appointments;

import de.stadttor.people.AssuranceLevel;
import java.util.List;

/**
 * A wish that can be granted, as far as the catalogue is concerned.
 *
 * @param scopes the calendars that can take it; at least one
 * @param services with the names of today
 * @param slots how many it takes
 * @param requiredLevel the highest that one of the services demands
 */
record Order(
        Office office, List<Scope> scopes, List<BookedService> services, int slots, AssuranceLevel requiredLevel) {}
