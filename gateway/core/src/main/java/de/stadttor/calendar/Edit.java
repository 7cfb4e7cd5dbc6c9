package de.stadttor.calendar;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a scope's rules. */
public sealed interface Edit {

    /**
     * A new availability, or another version of one.
     *
     * @param wanted its own version does not count
     * @param seen version that the caseworker saw; null for a new one
     */
    record Save(Availability wanted, @Nullable Long seen) implements Edit {}

    /** @param seen version that the caseworker saw */
    record Remove(UUID availability, long seen) implements Edit {}

    /** Closes a day; one that is closed already gets the new reason. */
    record Close(LocalDate day, String reason) implements Edit {}

    record Reopen(LocalDate day) implements Edit {}
}
