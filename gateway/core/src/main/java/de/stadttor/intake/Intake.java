package de.stadttor.intake;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.guests.AccessLinks;
import de.stadttor.idempotency.KeyTaken;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.intake.InboundMessage.Sender;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Citizens;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Contact;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.ticketing.TicketNumbers;
import de.stadttor.ticketing.TicketState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The one door in: one transaction, then the receipt. */
public final class Intake {

    private static final Duration LINK_REPEATED = Duration.ofHours(24);

    /** Numbers count the years as people in the office do. */
    private static final ZoneId OFFICE_ZONE = ZoneId.of("Europe/Berlin");

    private final UnitOfWork unitOfWork;
    private final RequestKeys keys;
    private final OnceOnly once;
    private final TicketNumbers numbers;
    private final Citizens citizens;
    private final Conversation conversation;
    private final AccessLinks links;
    private final Quarantine quarantine;
    private final Ids ids;
    private final Clock clock;

    public Intake(
            UnitOfWork unitOfWork,
            RequestKeys keys,
            OnceOnly once,
            TicketNumbers numbers,
            Citizens citizens,
            Conversation conversation,
            AccessLinks links,
            Quarantine quarantine,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.once = once;
        this.numbers = numbers;
        this.citizens = citizens;
        this.conversation = conversation;
        this.links = links;
        this.quarantine = quarantine;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a ticket of a message, or finds the one that the same message made before.
     *
     * @return once everything is durable; a key that was used for another message is refused
     */
    public Mono<Receipt> accept(InboundMessage inbound) {
        return Mono.defer(() -> {
                    Instant now = clock.instant();
                    return numbers.next(Year.from(now.atZone(OFFICE_ZONE)))
                            .flatMap(number -> open(inbound, number, now))
                            .onErrorResume(KeyTaken.class, _ -> repeat(inbound));
                })
                .checkpoint("intake");
    }

    private Mono<Receipt> open(InboundMessage inbound, TicketNumber number, Instant now) {
        TicketId id = new TicketId(ids.next());
        return unitOfWork.commit(() -> takeKeys(inbound, id)
                .then(known(inbound.sender()))
                .flatMap(citizen -> write(inbound, id, number, citizen, false, now))
                .switchIfEmpty(Mono.defer(
                        () -> citizens.newGuest().flatMap(guest -> write(inbound, id, number, guest, true, now)))));
    }

    private Mono<Void> takeKeys(InboundMessage inbound, TicketId id) {
        return Flux.fromIterable(inbound.keys())
                .concatMap(key -> once.claim(key, id.value()))
                .then(quarantine.close(inbound.keys(), id));
    }

    /** Empty when the sender is nobody we know. */
    private Mono<CitizenId> known(Sender sender) {
        return switch (sender) {
            case Sender.Known(var citizen) -> Mono.just(citizen);
            case Sender.Vouched(var identity) -> citizens.recognize(identity);
            case Sender.Anonymous _ -> Mono.empty();
        };
    }

    private Mono<Receipt> write(
            InboundMessage inbound, TicketId id, TicketNumber number, CitizenId citizen, boolean guest, Instant now) {
        boolean byLink = guest && inbound.requiredLevel() == AssuranceLevel.BASIC;
        return conversation
                .begin(ticket(inbound, id, number, guest, now), citizen, message(inbound, id, now))
                .then(byLink ? links.issue(id, citizen) : Mono.empty())
                .then(Mono.fromSupplier(() -> new Receipt(id, number, byLink ? links.token(id) : null, now, false)));
    }

    /** The first receipt again. Somebody else may hold the key for another message: that is refused. */
    private Mono<Receipt> repeat(InboundMessage inbound) {
        return Flux.fromIterable(inbound.keys())
                .concatMap(key -> keys.find(key).map(taken -> sameRequest(key, taken)))
                .next()
                .flatMap(taken -> conversation.opened(new TicketId(taken.result())))
                .flatMap(this::receiptOf);
    }

    private static RequestKeys.Taken sameRequest(RequestKey key, RequestKeys.Taken taken) {
        if (!taken.fingerprint().equals(key.fingerprint())) {
            throw new Refused(new Refusal.KeyReused());
        }
        return taken;
    }

    private Mono<Receipt> receiptOf(Ticket ticket) {
        boolean recent = ticket.createdAt().plus(LINK_REPEATED).isAfter(clock.instant());
        var plain = new Receipt(ticket.id(), ticket.number(), null, ticket.createdAt(), true);
        return Mono.just(ticket)
                .filter(_ -> recent)
                .flatMap(_ -> links.tokenIfIssued(ticket.id()))
                .map(token -> new Receipt(ticket.id(), ticket.number(), token, ticket.createdAt(), true))
                .defaultIfEmpty(plain);
    }

    private static Ticket ticket(InboundMessage inbound, TicketId id, TicketNumber number, boolean guest, Instant now) {
        return new Ticket(
                id,
                number,
                inbound.subject(),
                inbound.queue(),
                TicketState.NEW,
                Priority.NORMAL,
                null,
                inbound.requiredLevel(),
                inbound.origin(),
                new Contact(inbound.name(), inbound.email(), guest),
                Map.of(),
                false,
                null,
                now,
                now,
                null,
                1);
    }

    private Message message(InboundMessage inbound, TicketId ticket, Instant now) {
        return new Message(
                new MessageId(ids.next()),
                ticket,
                Direction.FROM_CITIZEN,
                inbound.origin().channel(),
                inbound.author(),
                inbound.text(),
                null,
                inbound.files(),
                now);
    }
}
