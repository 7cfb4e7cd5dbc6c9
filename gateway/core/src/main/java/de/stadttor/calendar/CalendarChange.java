package de.stadttor.calendar;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A line of a calendar's history.
 *
 * @param id UUIDv7
 * @param what {@code saved}, {@code removed}, {@code closed} or {@code reopened}
 * @param subject id of the availability, or the day
 * @param before how it was, by names of its parts; empty for what is new
 * @param after how it is; empty for what is gone
 * @param by reference of the caseworker
 */
public record CalendarChange(
        UUID id,
        ScopeId scope,
        String what,
        String subject,
        Map<String, String> before,
        Map<String, String> after,
        String by,
        Instant at) {

    public CalendarChange {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
