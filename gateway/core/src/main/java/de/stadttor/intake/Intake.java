package de.stadttor.intake;

import de.stadttor.events.Ids;
import de.stadttor.guests.AccessLinks;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.sharing.SharedWork;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.ticketing.TicketNumbers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The one door in: one transaction, shared with whoever comes at the same time, then the receipt. */
public final class Intake {

    private static final Duration LINK_REPEATED = Duration.ofHours(24);

    /** Numbers count the years as people in the office do. */
    private static final ZoneId OFFICE_ZONE = ZoneId.of("Europe/Berlin");

    /** So often may the first of two equal messages fail while the second waits for it. */
    private static final int ATTEMPTS = 5;

    /** So long does a copy of a message count as the same one. */
    private static final Duration LIKENESS = Duration.ofDays(7);

    private final TicketNumbers numbers;
    private final Admission door;
    private final Twins twins;
    private final SharedWork<Arrival, Optional<Receipt>> admission;
    private final RequestKeys keys;
    private final Conversation conversation;
    private final AccessLinks links;
    private final Ids ids;
    private final Clock clock;

    /**
     * @param outage tells failures that would meet every message, such as a database that is gone
     * @param bounds how many messages share a transaction
     */
    public Intake(
            TicketNumbers numbers,
            Admission admission,
            Twins twins,
            RequestKeys keys,
            Conversation conversation,
            AccessLinks links,
            Ids ids,
            Clock clock,
            Predicate<Throwable> outage,
            SharedWork.Bounds bounds) {
        this.numbers = numbers;
        this.door = admission;
        this.twins = twins;
        this.admission = new SharedWork<>(admission::admit, outage, bounds);
        this.keys = keys;
        this.conversation = conversation;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a ticket of a message, or finds the one that the same message made before.
     *
     * @return once everything is durable; a key that was used for another message is refused
     */
    public Mono<Receipt> accept(InboundMessage inbound) {
        return arrival(inbound)
                .flatMap(admission::with)
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.defer(() -> repeat(inbound)))
                .repeatWhenEmpty(ATTEMPTS, tries -> tries)
                .checkpoint("intake");
    }

    /**
     * Makes tickets of messages that have no keys, within the running transaction: whoever begins one sees to it that
     * none comes twice.
     *
     * @param drawn a {@link #number()} for each
     * @return a receipt for each, in their order
     */
    public Mono<List<Receipt>> within(List<InboundMessage> messages, List<TicketNumber> drawn) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return door.within(IntStream.range(0, messages.size())
                            .mapToObj(i -> new Arrival(messages.get(i), new TicketId(ids.next()), drawn.get(i), now))
                            .toList())
                    .map(receipts ->
                            receipts.stream().map(Optional::orElseThrow).toList());
        });
    }

    /** A number for a ticket of this {@link #year()}; to be drawn outside of any transaction. */
    public Mono<TicketNumber> number() {
        return Mono.defer(() -> numbers.next(year()));
    }

    /** The year that tickets are numbered by now. */
    public Year year() {
        return Year.from(clock.instant().atZone(OFFICE_ZONE));
    }

    /** Lets in whoever waits: to be subscribed once, from the program's start to its end. */
    public Flux<Void> open() {
        return admission.turns();
    }

    /** How many messages wait at the door. */
    public int waiting() {
        return admission.waiting();
    }

    private Mono<Arrival> arrival(InboundMessage inbound) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return numbers.next(Year.from(now.atZone(OFFICE_ZONE)))
                    .map(number -> new Arrival(inbound, new TicketId(ids.next()), number, now));
        });
    }

    /**
     * The first receipt again. Somebody else may hold the key for another message, or what it made may be erased by
     * now: that is refused.
     */
    private Mono<Receipt> repeat(InboundMessage inbound) {
        return Flux.fromIterable(inbound.keys())
                .concatMap(key -> keys.find(key).map(taken -> sameRequest(key, taken)))
                .next()
                .switchIfEmpty(Mono.defer(() -> copy(inbound)))
                .flatMap(taken -> twins.ticketOf(taken.result())
                        .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.KeyReused())))
                        .flatMap(conversation::opened)
                        .flatMap(ticket -> receiptOf(ticket, taken.result())));
    }

    /** What came with the same content lately; what is older is forgotten, so that the next attempt goes through. */
    private Mono<RequestKeys.Taken> copy(InboundMessage inbound) {
        RequestKey likeness = inbound.circumstances().traces().likeness();
        if (likeness == null) {
            return Mono.empty();
        }
        Instant before = clock.instant().minus(LIKENESS);
        return keys.find(likeness)
                .filterWhen(taken -> taken.at().isBefore(before)
                        ? keys.forget(likeness, before).thenReturn(false)
                        : Mono.just(true))
                .delayUntil(taken -> door.note(inbound, taken.result()));
    }

    private static RequestKeys.Taken sameRequest(RequestKey key, RequestKeys.Taken taken) {
        if (!taken.fingerprint().equals(key.fingerprint())) {
            throw new Refused(new Refusal.KeyReused());
        }
        return taken;
    }

    private Mono<Receipt> receiptOf(Ticket ticket, UUID made) {
        boolean recent = ticket.createdAt().plus(LINK_REPEATED).isAfter(clock.instant());
        var plain = new Receipt(ticket.id(), ticket.number(), null, ticket.createdAt(), true, made);
        return Mono.just(ticket)
                .filter(_ -> recent)
                .flatMap(_ -> links.tokenIfIssued(ticket.id()))
                .map(token -> new Receipt(ticket.id(), ticket.number(), token, ticket.createdAt(), true, made))
                .defaultIfEmpty(plain);
    }
}
