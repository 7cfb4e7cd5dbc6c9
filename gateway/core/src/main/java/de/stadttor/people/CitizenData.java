package de.stadttor.people;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is known about citizens, with how firmly and since when. */
public interface CitizenData {

    /**
     * Keeps what a login told. Of each kind and trust the newest is kept, so that a weak login never replaces what a
     * strong one proved. Joins the running transaction.
     */
    Mono<Void> learn(CitizenId citizen, List<VerifiedDatum> data);

    /** All that is kept, of each kind the most trusted first. */
    Flux<VerifiedDatum> of(CitizenId citizen);
}
