package de.stadttor.appointments;

import de.stadttor.people.AssuranceLevel;
import org.jspecify.annotations.Nullable;

/**
 * What citizens come for.
 *
 * @param leika key in the federal catalogue of services (LeiKa); null for none
 * @param requiredLevel how firmly who books must be known
 * @param visible false for what only staff books
 */
public record Service(
        ServiceId id, String name, @Nullable String leika, AssuranceLevel requiredLevel, boolean visible) {}
