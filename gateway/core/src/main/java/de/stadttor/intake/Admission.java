package de.stadttor.intake;

import de.stadttor.events.UnitOfWork;
import de.stadttor.guests.AccessLinks;
import de.stadttor.idempotency.KeyTaken;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.intake.InboundMessage.Sender;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Citizens;
import de.stadttor.ticketing.TicketId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets several messages in together: one transaction and few statements, and for each message its own outcome. */
public final class Admission {

    private final UnitOfWork unitOfWork;
    private final RequestKeys keys;
    private final Quarantine quarantine;
    private final Citizens citizens;
    private final Twins twins;
    private final Threading threading;
    private final Conversation conversation;
    private final AccessLinks links;

    public Admission(
            UnitOfWork unitOfWork,
            RequestKeys keys,
            Quarantine quarantine,
            Citizens citizens,
            Twins twins,
            Threading threading,
            Conversation conversation,
            AccessLinks links) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.quarantine = quarantine;
        this.citizens = citizens;
        this.twins = twins;
        this.threading = threading;
        this.conversation = conversation;
        this.links = links;
    }

    /** A receipt for each that is new, in their order; empty for one whose key was taken before. */
    Mono<List<Optional<Receipt>>> admit(List<Arrival> arrivals) {
        return unitOfWork.commit(() -> within(arrivals));
    }

    /** The same within the running transaction. */
    Mono<List<Optional<Receipt>>> within(List<Arrival> arrivals) {
        return keys.takeAll(keysOf(arrivals)).flatMap(won -> {
            List<Arrival> fresh =
                    arrivals.stream().filter(arrival -> isFresh(arrival, won)).toList();
            return write(fresh).map(written -> outcomes(arrivals, written));
        });
    }

    /** Notes at a ticket that a copy of one of its messages came; the copy's own keys lead there from now on. */
    Mono<Void> note(InboundMessage copy, UUID made) {
        return unitOfWork
                .commit(() -> Flux.fromIterable(copy.keys())
                        .concatMap(key -> keys.take(key, made))
                        .then(twins.ticketOf(made))
                        .flatMap(conversation::copied))
                .onErrorResume(KeyTaken.class, _ -> Mono.empty());
    }

    private static Map<UUID, List<RequestKey>> keysOf(List<Arrival> arrivals) {
        var wanted = new LinkedHashMap<UUID, List<RequestKey>>();
        arrivals.forEach(arrival ->
                wanted.put(arrival.ticket().value(), arrival.message().allKeys()));
        return wanted;
    }

    private static boolean isFresh(Arrival arrival, Set<UUID> won) {
        return won.contains(arrival.ticket().value());
    }

    private Mono<List<Admitted>> write(List<Arrival> fresh) {
        if (fresh.isEmpty()) {
            return Mono.just(List.of());
        }
        return quarantine
                .close(fresh.stream()
                        .collect(Collectors.toMap(
                                Arrival::ticket, arrival -> arrival.message().keys())))
                .then(twins.known(fresh))
                .flatMap(known -> threading
                        .plan(related(fresh, known))
                        .flatMap(this::owned)
                        .delayUntil(admitted -> conversation.write(admitted, known)))
                .delayUntil(admitted -> links.issue(opened(admitted)
                        .filter(Admitted.Opens::byLink)
                        .collect(Collectors.toMap(opens -> opens.arrival().ticket(), Admitted.Opens::citizen))));
    }

    /** Twins that come together know each other from the start. */
    private static List<Arrival> related(List<Arrival> fresh, Map<TicketId, TicketId> known) {
        Map<TicketId, TicketId> back = known.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, _) -> one));
        return fresh.stream()
                .map(arrival -> Stream.of(known, back)
                        .flatMap(others -> Stream.ofNullable(others.get(arrival.ticket())))
                        .findFirst()
                        .map(arrival::related)
                        .orElse(arrival))
                .toList();
    }

    private Mono<List<Admitted>> owned(Threading.Plan plan) {
        return plan.anew().isEmpty()
                ? Mono.just(plan.decided())
                : people(plan.anew())
                        .map(opens -> Stream.concat(plan.decided().stream(), opens.stream())
                                .toList());
    }

    /** Whose each is: somebody known, or a new guest. */
    private Mono<List<Admitted.Opens>> people(List<Arrival> arrivals) {
        return Flux.fromIterable(arrivals)
                .concatMap(arrival ->
                        known(arrival.message().sender()).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .collectList()
                .flatMap(known -> citizens.newGuests(
                                (int) known.stream().filter(Optional::isEmpty).count())
                        .map(guests -> assigned(arrivals, known, guests.iterator())));
    }

    private static List<Admitted.Opens> assigned(
            List<Arrival> arrivals, List<Optional<CitizenId>> known, Iterator<CitizenId> guests) {
        Iterator<Optional<CitizenId>> whose = known.iterator();
        return arrivals.stream()
                .map(arrival -> whose.next()
                        .map(citizen -> new Admitted.Opens(arrival, citizen, false))
                        .orElseGet(() -> new Admitted.Opens(arrival, guests.next(), true)))
                .toList();
    }

    /** Empty when the sender is nobody we know. */
    private Mono<CitizenId> known(Sender sender) {
        return switch (sender) {
            case Sender.Known(var citizen) -> Mono.just(citizen);
            case Sender.Vouched(var identity) -> citizens.recognize(identity);
            case Sender.Anonymous _ -> Mono.empty();
        };
    }

    private static Stream<Admitted.Opens> opened(List<Admitted> admitted) {
        return admitted.stream().filter(Admitted.Opens.class::isInstance).map(Admitted.Opens.class::cast);
    }

    private List<Optional<Receipt>> outcomes(List<Arrival> arrivals, List<Admitted> written) {
        Map<TicketId, Admitted> byArrival =
                written.stream().collect(Collectors.toMap(each -> each.arrival().ticket(), Function.identity()));
        return arrivals.stream()
                .map(arrival ->
                        Optional.ofNullable(byArrival.get(arrival.ticket())).map(this::receipt))
                .toList();
    }

    private Receipt receipt(Admitted admitted) {
        Arrival arrival = admitted.arrival();
        return switch (admitted) {
            case Admitted.Opens opens -> {
                var token = opens.byLink() ? links.token(arrival.ticket()) : null;
                yield new Receipt(arrival.ticket(), arrival.number(), token, arrival.at(), false);
            }
            case Admitted.Adds adds -> {
                var ticket = adds.step().after();
                yield new Receipt(
                        ticket.id(),
                        ticket.number(),
                        null,
                        arrival.at(),
                        false,
                        adds.message().id().value());
            }
        };
    }
}
