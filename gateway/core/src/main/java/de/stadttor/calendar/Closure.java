package de.stadttor.calendar;

import java.time.LocalDate;

/**
 * A day on which a scope is closed, whatever its rules say.
 *
 * @param reason for colleagues
 */
public record Closure(ScopeId scope, LocalDate day, String reason) {}
