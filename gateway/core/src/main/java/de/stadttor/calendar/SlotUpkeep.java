package de.stadttor.calendar;

import de.stadttor.calendar.Occupants.Occupant;
import de.stadttor.events.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the slots of scopes as their rules want them. A change of the rules does so at once; what is left to a job is
 * that new days come in reach, weeks before anybody can book them.
 */
public final class SlotUpkeep {

    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    private final Calendars calendars;
    private final Slots slots;
    private final Occupants occupants;
    private final Holidays holidays;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public SlotUpkeep(
            Calendars calendars,
            Slots slots,
            Occupants occupants,
            Holidays holidays,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.calendars = calendars;
        this.slots = slots;
        this.occupants = occupants;
        this.holidays = holidays;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** Brings a scope's slots up to date; can be repeated. */
    public Mono<Void> refresh(CalendarScope scope) {
        return unitOfWork
                .commit(() -> calendars
                        .lock(scope.id())
                        .then(rules(scope))
                        .flatMap(rules -> recalculate(rules, clock.instant()))
                        .flatMap(recalculation ->
                                offer(scope.id(), recalculation).thenReturn(true)))
                .then()
                .checkpoint("refresh slots");
    }

    Mono<Rules> rules(CalendarScope scope) {
        return Mono.defer(() -> calendars
                .availabilities(scope.id())
                .collectList()
                .zipWith(calendars
                        .closures(scope.id(), scope.today(clock.instant()))
                        .map(Closure::day)
                        .collectList())
                .map(both -> new Rules(scope, both.getT1(), Set.copyOf(both.getT2()), holidays)));
    }

    Mono<Recalculation> recalculate(Rules rules, Instant now) {
        return slots.between(rules.scope().id(), now.plusNanos(1000), ALWAYS)
                .collectMap(counter -> counter.slot().key())
                .map(before -> Recalculation.of(before, rules.slots(now)));
    }

    Mono<Void> offer(ScopeId scope, Recalculation recalculation) {
        return slots.offer(scope, recalculation.changed());
    }

    /** Who has an appointment from {@code now} on without a place. */
    Flux<Occupant> conflicts(ScopeId scope, Instant now) {
        return slots.between(scope, now, ALWAYS)
                .filter(counter -> counter.surplus() > 0)
                .collectList()
                .flatMapMany(overfull -> surplus(scope, overfull));
    }

    Flux<Occupant> surplus(ScopeId scope, List<Counter> overfull) {
        return overfull.isEmpty()
                ? Flux.empty()
                : occupants
                        .between(scope, clock.instant(), ALWAYS)
                        .collectList()
                        .flatMapIterable(all -> Surplus.of(overfull, all));
    }
}
