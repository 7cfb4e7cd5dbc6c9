package de.stadttor.calendar;

import de.stadttor.calendar.Occupants.Occupant;
import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What administrators decide about the hours of scopes; everybody else is refused. */
public final class CalendarAdministration {

    private final Scopes scopes;
    private final Calendars calendars;
    private final SlotUpkeep upkeep;
    private final UnitOfWork unitOfWork;
    private final Ids ids;
    private final Clock clock;

    public CalendarAdministration(
            Scopes scopes, Calendars calendars, SlotUpkeep upkeep, UnitOfWork unitOfWork, Ids ids, Clock clock) {
        this.scopes = scopes;
        this.calendars = calendars;
        this.upkeep = upkeep;
        this.unitOfWork = unitOfWork;
        this.ids = ids;
        this.clock = clock;
    }

    public Flux<Availability> availabilities(Caseworker caseworker, ScopeId id) {
        return scope(caseworker, id).flatMapMany(scope -> calendars.availabilities(scope.id()));
    }

    public Flux<Closure> closures(Caseworker caseworker, ScopeId id) {
        return scope(caseworker, id).flatMapMany(scope -> calendars.closures(scope.id(), scope.today(clock.instant())));
    }

    /** Who has an appointment without a place, by time. */
    public Flux<Occupant> conflicts(Caseworker caseworker, ScopeId id) {
        return scope(caseworker, id).flatMapMany(scope -> upkeep.conflicts(scope.id(), clock.instant()));
    }

    /** The newest first. */
    public Flux<CalendarChange> history(Caseworker caseworker, ScopeId id, @Nullable UUID before, int limit) {
        return scope(caseworker, id).flatMapMany(scope -> calendars.changes(scope.id(), before, limit));
    }

    /** Tells what a change would do, and does nothing. */
    public Mono<Effect> rehearse(Caseworker caseworker, ScopeId id, Edit edit) {
        return scope(caseworker, id)
                .flatMap(upkeep::rules)
                .map(rules -> Outcome.of(edit, rules))
                .flatMap(outcome -> upkeep.recalculate(outcome.rules(), clock.instant())
                        .flatMap(recalculation -> effect(outcome, recalculation)))
                .checkpoint("rehearse a change of a calendar");
    }

    /** Changes the rules, and the slots with them in the same transaction. */
    public Mono<Effect> edit(Caseworker caseworker, ScopeId id, Edit edit) {
        return scope(caseworker, id)
                .flatMap(scope -> unitOfWork.commit(() -> calendars
                        .lock(scope.id())
                        .then(upkeep.rules(scope))
                        .map(rules -> Outcome.of(edit, rules))
                        .delayUntil(outcome -> write(caseworker, edit, outcome))
                        .flatMap(this::carryOut)))
                .checkpoint("change a calendar");
    }

    private Mono<Effect> carryOut(Outcome outcome) {
        ScopeId scope = outcome.rules().scope().id();
        return upkeep.recalculate(outcome.rules(), clock.instant())
                .delayUntil(recalculation -> upkeep.offer(scope, recalculation))
                .flatMap(recalculation -> effect(outcome, recalculation));
    }

    private Mono<Effect> effect(Outcome outcome, Recalculation recalculation) {
        Availability saved = outcome.saved();
        List<Warning> warnings = saved == null ? List.of() : Warning.of(outcome.rules(), saved, clock.instant());
        return upkeep.surplus(outcome.rules().scope().id(), recalculation.overfull())
                .collectList()
                .map(affected -> new Effect(saved, recalculation.gained(), recalculation.lost(), affected, warnings));
    }

    private Mono<Void> write(Caseworker caseworker, Edit edit, Outcome outcome) {
        ScopeId scope = outcome.rules().scope().id();
        Mono<Void> rule = switch (edit) {
            case Edit.Save _ -> calendars.put(Objects.requireNonNull(outcome.saved()));
            case Edit.Remove remove -> calendars.remove(remove.availability());
            case Edit.Close close -> calendars.close(new Closure(scope, close.day(), close.reason()));
            case Edit.Reopen reopen -> calendars.reopen(scope, reopen.day());
        };
        return rule.then(Mono.defer(() -> calendars.note(change(caseworker, scope, outcome, clock.instant()))));
    }

    private CalendarChange change(Caseworker caseworker, ScopeId scope, Outcome outcome, Instant now) {
        return new CalendarChange(
                ids.next(),
                scope,
                outcome.what(),
                outcome.subject(),
                outcome.before(),
                outcome.after(),
                caseworker.reference(),
                now);
    }

    private Mono<CalendarScope> scope(Caseworker caseworker, ScopeId id) {
        return Decision.ofAdministrator(caseworker)
                .then(Mono.defer(() -> scopes.find(id)))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }
}
