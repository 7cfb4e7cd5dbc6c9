package de.stadttor.intake;

import de.stadttor.events.UnitOfWork;
import de.stadttor.guests.AccessLinks;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.intake.InboundMessage.Sender;
import de.stadttor.people.AssuranceLevel;
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
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets several messages in together: one transaction and few statements, and for each message its own outcome. */
public final class Admission {

    private final UnitOfWork unitOfWork;
    private final RequestKeys keys;
    private final Quarantine quarantine;
    private final Citizens citizens;
    private final Conversation conversation;
    private final AccessLinks links;

    public Admission(
            UnitOfWork unitOfWork,
            RequestKeys keys,
            Quarantine quarantine,
            Citizens citizens,
            Conversation conversation,
            AccessLinks links) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.quarantine = quarantine;
        this.citizens = citizens;
        this.conversation = conversation;
        this.links = links;
    }

    /** A receipt for each that is new, in their order; empty for one whose key was taken before. */
    Mono<List<Optional<Receipt>>> admit(List<Arrival> arrivals) {
        return unitOfWork.commit(() -> keys.takeAll(keysOf(arrivals)).flatMap(won -> {
            List<Arrival> fresh =
                    arrivals.stream().filter(arrival -> isFresh(arrival, won)).toList();
            return write(fresh).map(written -> outcomes(arrivals, written));
        }));
    }

    private static Map<UUID, List<RequestKey>> keysOf(List<Arrival> arrivals) {
        var wanted = new LinkedHashMap<UUID, List<RequestKey>>();
        arrivals.forEach(arrival ->
                wanted.put(arrival.ticket().value(), arrival.message().keys()));
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
                .then(people(fresh))
                .delayUntil(conversation::begin)
                .delayUntil(admitted -> links.issue(admitted.stream()
                        .filter(Admitted::byLink)
                        .collect(Collectors.toMap(Admitted::ticketId, Admitted::citizen))));
    }

    /** Whose each is: somebody known, or a new guest. */
    private Mono<List<Admitted>> people(List<Arrival> arrivals) {
        return Flux.fromIterable(arrivals)
                .concatMap(arrival ->
                        known(arrival.message().sender()).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .collectList()
                .flatMap(known -> citizens.newGuests(
                                (int) known.stream().filter(Optional::isEmpty).count())
                        .map(guests -> assigned(arrivals, known, guests.iterator())));
    }

    private static List<Admitted> assigned(
            List<Arrival> arrivals, List<Optional<CitizenId>> known, Iterator<CitizenId> guests) {
        Iterator<Optional<CitizenId>> whose = known.iterator();
        return arrivals.stream()
                .map(arrival -> whose.next()
                        .map(citizen -> new Admitted(arrival, citizen, false))
                        .orElseGet(() -> new Admitted(arrival, guests.next(), true)))
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

    private List<Optional<Receipt>> outcomes(List<Arrival> arrivals, List<Admitted> written) {
        Map<TicketId, Receipt> receipts = written.stream().collect(Collectors.toMap(Admitted::ticketId, this::receipt));
        return arrivals.stream()
                .map(arrival -> Optional.ofNullable(receipts.get(arrival.ticket())))
                .toList();
    }

    private Receipt receipt(Admitted admitted) {
        Arrival arrival = admitted.arrival();
        var token = admitted.byLink() ? links.token(arrival.ticket()) : null;
        return new Receipt(arrival.ticket(), arrival.number(), token, arrival.at(), false);
    }

    /**
     * A message that is let in, and whose it is.
     *
     * @param guest nobody we know
     */
    record Admitted(Arrival arrival, CitizenId citizen, boolean guest) {

        TicketId ticketId() {
            return arrival.ticket();
        }

        /** Whether the sender follows the case by a link; who must log in, or has, needs none. */
        boolean byLink() {
            return guest && arrival.message().requiredLevel() == AssuranceLevel.BASIC;
        }
    }
}
