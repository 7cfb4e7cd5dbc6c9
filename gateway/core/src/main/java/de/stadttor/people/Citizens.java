package de.stadttor.people;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where citizens are known. */
public interface Citizens {

    /**
     * The citizen of a verified identity; known from now on if not before.
     *
     * @return empty only for an {@link Identity.Own} that does not exist
     */
    Mono<CitizenId> recognize(Identity identity);

    /** New guests: each a feed of its own for one anonymous case. Joins the running transaction. */
    Mono<List<CitizenId>> newGuests(int count);
}
