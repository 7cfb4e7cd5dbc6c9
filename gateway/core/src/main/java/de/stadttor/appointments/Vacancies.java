package de.stadttor.appointments;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import de.stadttor.calendar.Counter;
import de.stadttor.calendar.ScopeId;
import de.stadttor.calendar.Slot;
import de.stadttor.calendar.Slots;
import de.stadttor.calendar.Slots.Owned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the public can book now. Holds whose time is over count for nothing, whether somebody tidied up or not. */
final class Vacancies {

    private static final int MOST_LEFT_OVER = 10_000;

    private final Slots slots;
    private final Appointments appointments;

    Vacancies(Slots slots, Appointments appointments) {
        this.slots = slots;
        this.appointments = appointments;
    }

    /** The free chains of each scope that has any slots. */
    Mono<Map<ScopeId, Chains>> find(Search search, Instant now) {
        List<ScopeId> ids =
                search.scopes().stream().map(scope -> scope.calendar().id()).toList();
        return slots.between(ids, search.from(), search.until())
                .collect(groupingBy(Owned::scope, mapping(Owned::counter, toList())))
                .zipWith(
                        appointments
                                .leftOver(ids, now, MOST_LEFT_OVER)
                                .concatWith(Flux.fromIterable(search.own()))
                                .collectList(),
                        (counters, free) -> without(counters, free, search.share()));
    }

    private static Map<ScopeId, Chains> without(
            Map<ScopeId, List<Counter>> counters, List<Appointment> leftOver, Slots.Share share) {
        Map<ScopeId, Map<Slot.Key, Long>> free = leftOver.stream()
                .collect(groupingBy(
                        Appointment::scope,
                        flatMapping(each -> each.chain().stream(), groupingBy(Function.identity(), counting()))));
        return counters.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        each -> chains(each.getValue(), free.getOrDefault(each.getKey(), Map.of()), share)));
    }

    private static Chains chains(List<Counter> counters, Map<Slot.Key, Long> free, Slots.Share share) {
        return new Chains(
                counters.stream()
                        .map(counter ->
                                less(counter, free.getOrDefault(counter.slot().key(), 0L)))
                        .toList(),
                share);
    }

    private static Counter less(Counter counter, long places) {
        return places == 0 ? counter : counter.less(Math.toIntExact(places));
    }

    /**
     * What is looked for.
     *
     * @param until exclusive; of slots that begin in between
     * @param own appointments whose places count as free, too
     */
    record Search(Collection<Scope> scopes, Instant from, Instant until, Slots.Share share, List<Appointment> own) {

        /** For the public. */
        static Search open(Collection<Scope> scopes, Instant from, Instant until) {
            return new Search(scopes, from, until, Slots.Share.PUBLIC, List.of());
        }
    }
}
