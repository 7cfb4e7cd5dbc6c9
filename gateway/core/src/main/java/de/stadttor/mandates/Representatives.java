package de.stadttor.mandates;

import de.stadttor.people.Citizen;
import de.stadttor.people.Representation;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets citizens act for others, as far as a mandate reaches. */
public final class Representatives {

    private final Mandates mandates;
    private final Clock clock;

    public Representatives(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    /** The mandates that hold now, oldest first. */
    public Flux<Mandate> mandates(Citizen citizen) {
        return mandates.ofRepresentative(citizen.id()).filter(mandate -> mandate.holds(clock.instant()));
    }

    /**
     * The same caller, acting for the mandate's principal from here on. Refused alike for a mandate that is unknown,
     * over, or somebody else's.
     */
    public Mono<Citizen> act(Citizen citizen, MandateId id) {
        return mandates.find(id)
                .filter(mandate -> mandate.representative().equals(citizen.id()) && mandate.holds(clock.instant()))
                .map(mandate -> citizen.actingBy(mandate.representation()))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotAllowed())));
    }

    /** Whether somebody may still act as they do. */
    public Mono<Boolean> holds(Representation representation) {
        return mandates.find(new MandateId(representation.mandate()))
                .map(mandate -> mandate.holds(clock.instant()))
                .defaultIfEmpty(false);
    }
}
