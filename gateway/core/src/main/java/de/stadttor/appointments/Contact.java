package de.stadttor.appointments;

import org.jspecify.annotations.Nullable;

/**
 * Who comes, as they say themselves.
 *
 * @param email null when none was given
 * @param phone null when none was given
 * @param note what the office should know before; empty for nothing
 * @param language ISO 639 code of what they are written in
 */
public record Contact(
        String name, @Nullable String email, @Nullable String phone, String note, String language) {}
