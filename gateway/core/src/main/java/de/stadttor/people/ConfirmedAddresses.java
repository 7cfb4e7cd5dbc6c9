package de.stadttor.people;

import reactor.core.publisher.Mono;

/**
 * Mail addresses that surely belong to their citizen: those that an identity provider stated, who has them confirmed.
 * What somebody wrote into a form or a chat is none.
 */
public final class ConfirmedAddresses {

    private final CitizenData data;

    public ConfirmedAddresses(CitizenData data) {
        this.data = data;
    }

    /** The one that is known most firmly; empty when there is none. */
    public Mono<String> of(CitizenId citizen) {
        return data.of(citizen)
                .filter(datum -> datum.kind() == VerifiedDatum.Kind.MAIL)
                .map(VerifiedDatum::value)
                .next();
    }
}
