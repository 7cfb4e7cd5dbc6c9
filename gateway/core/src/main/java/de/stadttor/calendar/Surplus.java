package de.stadttor.calendar;

import static java.util.Comparator.comparing;

import de.stadttor.calendar.Occupants.Occupant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose places are gone: of each slot that has too many appointments, those that came last. */
final class Surplus {

    private Surplus() {}

    static List<Occupant> of(List<Counter> overfull, Collection<Occupant> all) {
        Set<Occupant> without =
                overfull.stream().flatMap(counter -> last(counter, all)).collect(Collectors.toSet());
        return without.stream()
                .sorted(comparing(Occupant::first).thenComparing(Occupant::number))
                .toList();
    }

    private static Stream<Occupant> last(Counter counter, Collection<Occupant> all) {
        return all.stream()
                .filter(each -> each.covers(counter.slot().key()))
                .sorted(comparing(Occupant::since).reversed())
                .limit(counter.surplus());
    }
}
