package de.stadttor.ticketing;

import de.stadttor.people.AssuranceLevel;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket came from; never changes.
 *
 * @param form key and version of the form; null for other channels
 * @param language BCP 47 tag of the citizen's language
 * @param level how firmly the citizen's identity was proven on arrival
 * @param fields the submitted fields as JSON text; null for other channels
 */
public record Origin(
        Channel channel,
        @Nullable FormReference form,
        String language,
        AssuranceLevel level,
        @Nullable String fields) {

    public record FormReference(String key, int version) {}
}
