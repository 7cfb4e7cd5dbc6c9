package de.stadttor.saml.citizen;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A date of birth as delivered. ID cards know people whose day or month of birth is unknown, and how such dates arrive
 * is not documented, so the text is kept and the date is there only if it is a whole one.
 *
 * @param raw the text as delivered, usually {@code 1971-02-28}
 */
public record BirthDate(String raw) {

    /** The calendar date; empty if the text is none. */
    public Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(raw));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BirthDate[…]";
    }
}
