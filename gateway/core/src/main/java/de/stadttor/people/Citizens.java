package de.stadttor.people;

import reactor.core.publisher.Mono;

/** Where citizens are known. */
public interface Citizens {

    /**
     * The citizen of a verified identity; known from now on if not before.
     *
     * @return empty only for an {@link Identity.Own} that does not exist
     */
    Mono<CitizenId> recognize(Identity identity);

    /** A new guest: a feed of its own for one anonymous case. Joins the running transaction. */
    Mono<CitizenId> newGuest();
}
