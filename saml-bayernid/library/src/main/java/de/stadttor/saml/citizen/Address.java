package de.stadttor.saml.citizen;

import java.util.Optional;

/**
 * A postal address as delivered.
 *
 * @param street street and house number, unsplit
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
        Optional<Datum<String>> street,
        Optional<Datum<String>> postalCode,
        Optional<Datum<String>> locality,
        Optional<Datum<String>> country) {}
