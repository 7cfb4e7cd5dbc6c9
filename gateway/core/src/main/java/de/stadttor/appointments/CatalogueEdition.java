package de.stadttor.appointments;

import java.time.Instant;

/**
 * The catalogue as it was imported once.
 *
 * @param version counts the editions, from 1; 0 for the empty one before the first
 * @param by reference of who imported it
 */
public record CatalogueEdition(long version, Catalogue catalogue, String by, Instant at) {

    /** Before the first import. */
    static final CatalogueEdition NONE = new CatalogueEdition(0, Catalogue.EMPTY, "", Instant.EPOCH);
}
