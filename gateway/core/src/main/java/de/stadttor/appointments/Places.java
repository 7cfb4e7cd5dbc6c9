package de.stadttor.appointments;

import de.stadttor.appointments.Vacancies.Search;
import de.stadttor.calendar.BookingWindow;
import de.stadttor.calendar.ScopeId;
import de.stadttor.calendar.Slots;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds places, takes them and gives them back. */
public final class Places {

    private static final Duration AROUND = Duration.ofDays(3);
    private static final Duration LONGEST_CHAIN = Duration.ofHours(14);
    private static final Duration FARTHEST = Duration.ofDays(2 * BookingWindow.LONGEST);
    private static final int MOST_ALTERNATIVES = 5;
    private static final int MOST_LEFT_OVER = 100;

    private final Slots slots;
    private final Appointments appointments;
    private final Vacancies vacancies;
    private final Clock clock;

    public Places(Slots slots, Appointments appointments, Clock clock) {
        this.slots = slots;
        this.appointments = appointments;
        this.vacancies = new Vacancies(slots, appointments);
        this.clock = clock;
    }

    /**
     * Has {@code attempt} take one of the places that are looked for; the next one when somebody was faster.
     *
     * @return refused with the nearest alternatives when none is left
     */
    <T> Mono<T> first(Quest quest, Function<Place, Mono<T>> attempt) {
        if (Duration.between(clock.instant(), quest.at()).abs().compareTo(FARTHEST) > 0) {
            return Mono.error(() -> new Refused(Refusal.Invalid.at("/at", "out-of-range")));
        }
        return candidates(quest)
                .concatMap(place -> attempt.apply(place).onErrorResume(Lost.class, _ -> Mono.empty()), 1)
                .next()
                .switchIfEmpty(Mono.defer(() -> alternatives(quest))
                        .flatMap(times -> Mono.error(() -> new Refused(new Refusal.PlaceTaken(times)))));
    }

    /** Takes it, or fails so that the transaction is rolled back. */
    Mono<Void> take(Place place, Slots.Share share) {
        return tidyUp(place)
                .then(Mono.defer(() -> slots.take(place.calendar(), place.chain(), share)))
                .flatMap(taken -> taken ? Mono.empty() : Mono.error(Lost::new));
    }

    Mono<Void> give(Appointment appointment) {
        return slots.give(appointment.scope(), appointment.chain(), appointment.share());
    }

    /** Gives back what is held although its time is over, where it stands in the way of a place. */
    private Mono<Void> tidyUp(Place place) {
        return Flux.defer(() -> appointments.leftOver(List.of(place.calendar()), clock.instant(), MOST_LEFT_OVER))
                .filter(each -> !Collections.disjoint(each.chain(), place.chain()))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(each -> release(each.id()))
                .then();
    }

    /** Ends a hold whose time is over; whoever was confirmed in between keeps it. Joins the running transaction. */
    Mono<Void> release(AppointmentId id) {
        return appointments
                .hold(id)
                .filter(held -> held.isLeftOver(clock.instant()))
                .flatMap(held ->
                        appointments.change(held.released(clock.instant())).then(give(held)));
    }

    private Flux<Place> candidates(Quest quest) {
        return Flux.defer(() -> vacancies
                .find(quest.search(quest.at(), quest.at().plus(LONGEST_CHAIN)), clock.instant())
                .flatMapIterable(found -> rotated(places(quest.order(), found)
                        .filter(place -> place.first().at().equals(quest.at()))
                        .toList())));
    }

    /** So that no calendar of an office is filled before the others. */
    private static List<Place> rotated(List<Place> places) {
        List<Place> shuffled = new ArrayList<>(places);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    /** The nearest times, in their order. */
    private Mono<List<Instant>> alternatives(Quest quest) {
        return vacancies
                .find(quest.search(quest.at().minus(AROUND), quest.at().plus(AROUND)), clock.instant())
                .map(found -> places(quest.order(), found)
                        .map(place -> place.first().at())
                        .distinct()
                        .sorted(Comparator.comparing(
                                other -> Duration.between(quest.at(), other).abs()))
                        .limit(MOST_ALTERNATIVES)
                        .sorted()
                        .toList());
    }

    private Stream<Place> places(Order order, Map<ScopeId, Chains> found) {
        Instant now = clock.instant();
        return order.scopes().stream()
                .filter(scope -> found.containsKey(scope.calendar().id()))
                .flatMap(scope ->
                        Objects.requireNonNull(found.get(scope.calendar().id()))
                                .starts(order.slots(), scope.calendar(), now)
                                .stream()
                                .map(first -> new Place(scope, first, order.slots())));
    }

    /**
     * What is looked for.
     *
     * @param at when it shall begin
     * @param own whose places count as free, since they are about to be given back
     */
    record Quest(Order order, Instant at, Slots.Share share, List<Appointment> own) {

        Search search(Instant from, Instant until) {
            return new Search(order.scopes(), from, until, share, own);
        }
    }

    /** Somebody was faster. */
    private static final class Lost extends RuntimeException {

        Lost() {
            super("lost", null, false, false);
        }
    }
}
