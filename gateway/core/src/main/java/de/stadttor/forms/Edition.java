package de.stadttor.forms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a form with its history.
 *
 * @param madeAt null for what came with the program
 * @param madeBy subject of the administrator who saved it; null for what came with the program
 */
public record Edition(
        Form form, @Nullable Instant madeAt, @Nullable String madeBy) {}
