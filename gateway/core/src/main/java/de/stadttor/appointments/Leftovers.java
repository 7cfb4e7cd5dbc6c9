package de.stadttor.appointments;

import de.stadttor.events.UnitOfWork;
import java.time.Clock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives back what is held although its time is over. Nobody waits for it: such places count as free everywhere, and
 * whoever wants one takes it along.
 */
public final class Leftovers {

    private static final int MOST = 10_000;

    private final Appointments appointments;
    private final Places places;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public Leftovers(Appointments appointments, Places places, UnitOfWork unitOfWork, Clock clock) {
        this.appointments = appointments;
        this.places = places;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    public Mono<Void> sweep() {
        return Flux.defer(() -> appointments.leftOver(clock.instant(), MOST))
                .map(Appointment::id)
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> unitOfWork.commit(() -> places.release(id).thenReturn(true)))
                .then();
    }
}
