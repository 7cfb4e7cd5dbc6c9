package de.stadttor.appointments;

import static java.util.Comparator.comparing;

import de.stadttor.appointments.Bookable.Time;
import de.stadttor.appointments.Vacancies.Search;
import de.stadttor.calendar.ScopeId;
import de.stadttor.calendar.Slots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Tells when what somebody wishes can be booked: only whole chains, and only what a reservation would get now. */
public final class BookableTimes {

    /** Zones are at most so far from UTC, and no chain is longer. */
    private static final Duration MARGIN = Duration.ofHours(14);

    private static final int FIRST_STEP = 14;

    private final CurrentCatalogue catalogue;
    private final Vacancies vacancies;
    private final Clock clock;

    public BookableTimes(CurrentCatalogue catalogue, Slots slots, Appointments appointments, Clock clock) {
        this.catalogue = catalogue;
        this.vacancies = new Vacancies(slots, appointments);
        this.clock = clock;
    }

    /**
     * @param offices where; empty for wherever it is offered
     * @param until included
     * @return refused when a named office does not offer it
     */
    public Mono<Bookable> find(List<Wish.Item> items, Collection<OfficeId> offices, LocalDate from, LocalDate until) {
        return catalogue
                .read()
                .map(current -> offices.isEmpty()
                        ? current.orders(items)
                        : offices.stream()
                                .map(office -> current.order(new Wish(office, items)))
                                .toList())
                .flatMap(orders -> find(orders, from, until))
                .checkpoint("find bookable times");
    }

    private Mono<Bookable> find(List<Order> orders, LocalDate from, LocalDate until) {
        Mono<Optional<LocalDate>> previous = last(orders, from.minusDays(1), FIRST_STEP);
        Mono<Optional<LocalDate>> next = first(orders, until.plusDays(1), FIRST_STEP);
        return times(orders, from, until)
                .zipWhen(_ -> previous.zipWith(next))
                .map(found -> new Bookable(
                        found.getT1(),
                        found.getT2().getT1().orElse(null),
                        found.getT2().getT2().orElse(null)));
    }

    /** Looks at more days each time, for far ahead there is seldom nothing. */
    private Mono<Optional<LocalDate>> first(List<Order> orders, LocalDate from, int step) {
        return from.isAfter(horizon(orders))
                ? Mono.just(Optional.empty())
                : times(orders, from, from.plusDays(step - 1L))
                        .flatMap(times -> times.isEmpty()
                                ? first(orders, from.plusDays(step), step * 2)
                                : Mono.just(times.stream().map(Time::day).min(Comparator.naturalOrder())));
    }

    private Mono<Optional<LocalDate>> last(List<Order> orders, LocalDate until, int step) {
        return until.isBefore(today().minusDays(1))
                ? Mono.just(Optional.empty())
                : times(orders, until.minusDays(step - 1L), until)
                        .flatMap(times -> times.isEmpty()
                                ? last(orders, until.minusDays(step), step * 2)
                                : Mono.just(times.stream().map(Time::day).max(Comparator.naturalOrder())));
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private LocalDate horizon(List<Order> orders) {
        int days = orders.stream()
                .flatMap(order -> order.scopes().stream())
                .mapToInt(scope -> scope.calendar().window().lastDay())
                .max()
                .orElse(-2);
        return today().plusDays(days + 1L);
    }

    private Mono<List<Time>> times(List<Order> orders, LocalDate from, LocalDate until) {
        Instant now = clock.instant();
        Instant begin = from.atStartOfDay().toInstant(ZoneOffset.UTC).minus(MARGIN);
        Instant end = until.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).plus(MARGIN);
        List<Scope> scopes = orders.stream()
                .flatMap(order -> order.scopes().stream())
                .distinct()
                .toList();
        return scopes.isEmpty() || !end.isAfter(now)
                ? Mono.just(List.of())
                : vacancies
                        .find(Search.open(scopes, begin.isBefore(now) ? now : begin, end), now)
                        .map(found -> orders.stream()
                                .flatMap(order -> times(order, found, now))
                                .distinct()
                                .filter(time -> !time.day().isBefore(from)
                                        && !time.day().isAfter(until))
                                .sorted(comparing(Time::at)
                                        .thenComparingInt(time -> time.office().value()))
                                .toList());
    }

    private static Stream<Time> times(Order order, Map<ScopeId, Chains> found, Instant now) {
        return order.scopes().stream().flatMap(scope -> {
            Chains chains = found.get(scope.calendar().id());
            return chains == null
                    ? Stream.empty()
                    : chains.starts(order.slots(), scope.calendar(), now).stream()
                            .map(first -> new Time(
                                    order.office().id(),
                                    first.at(),
                                    scope.calendar().zone()));
        });
    }
}
