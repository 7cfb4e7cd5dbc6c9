package de.stadttor.intake;

import de.stadttor.events.Ids;
import de.stadttor.outbox.Deliveries;
import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.Originals;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes what messages lead to: tickets that begin, messages in tickets that are there, what happened, and the
 * acknowledgements that must leave.
 */
public final class Conversation {

    private static final long OPENING = 1;

    private final Tickets tickets;
    private final Messages messages;
    private final Originals originals;
    private final Journal journal;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Ids ids;

    public Conversation(
            Tickets tickets,
            Messages messages,
            Originals originals,
            Journal journal,
            Outbox outbox,
            Deliveries deliveries,
            Ids ids) {
        this.tickets = tickets;
        this.messages = messages;
        this.originals = originals;
        this.journal = journal;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.ids = ids;
    }

    /**
     * Joins the running transaction.
     *
     * @param twins older tickets of the same messages, by the new one
     */
    Mono<Void> write(List<Admitted> admitted, Map<TicketId, TicketId> twins) {
        List<Beginning> beginnings = beginnings(admitted);
        List<Admitted.Adds> adds = adds(admitted);
        return met(beginnings, adds, twins).flatMap(met -> store(beginnings, adds, met));
    }

    private Mono<Void> store(List<Beginning> beginnings, List<Admitted.Adds> adds, List<Ticket.Step> met) {
        return tickets.open(beginnings.stream().map(Beginning::opening).toList())
                .then(messages.add(Stream.concat(
                                beginnings.stream().map(Beginning::message),
                                adds.stream().map(Admitted.Adds::message))
                        .toList()))
                .then(originals.add(originals(beginnings, adds)))
                .thenMany(Flux.fromIterable(lastOf(adds, met)).concatMap(tickets::change))
                .then(journal.write(beginnings.stream().map(Beginning::events).toList(), entries(adds, met)))
                .thenMany(Flux.fromIterable(failures(adds))
                        .concatMap(failure -> deliveries.returned(failure.delivery(), failure.status())))
                .then(outbox.put(beginnings.stream()
                        .filter(each -> each.inbound().circumstances().acknowledged())
                        .map(this::acknowledgement)
                        .toList()));
    }

    /** Notes that a copy of a message came; joins the running transaction. */
    Mono<Void> copied(TicketId ticket) {
        return tickets.hold(ticket).flatMap(held -> journal.record(held.id(), List.of(new TicketEvent.CopyReceived())));
    }

    Mono<Ticket> opened(TicketId id) {
        return tickets.find(id);
    }

    /** Older tickets that come to know their twin and know of none yet. */
    private Mono<List<Ticket.Step>> met(
            List<Beginning> beginnings, List<Admitted.Adds> adds, Map<TicketId, TicketId> twins) {
        Map<TicketId, Beginning> older = new LinkedHashMap<>();
        beginnings.forEach(each -> {
            TicketId twin = twins.get(each.ticket().id());
            if (twin != null) {
                older.put(twin, each);
            }
        });
        if (older.isEmpty()) {
            return Mono.just(List.of());
        }
        Map<TicketId, Ticket> changed = new LinkedHashMap<>();
        adds.forEach(each -> changed.put(each.step().after().id(), each.step().after()));
        return tickets.holdAll(older.keySet())
                .map(held -> changed.getOrDefault(held.id(), held))
                .filter(held -> held.possiblyRelated() == null)
                .mapNotNull(held -> {
                    Beginning twin = older.get(held.id());
                    return twin == null ? null : held.meet(twin.ticket().id(), twin.now());
                })
                .collectList();
    }

    private List<Beginning> beginnings(List<Admitted> admitted) {
        return admitted.stream()
                .filter(Admitted.Opens.class::isInstance)
                .map(Admitted.Opens.class::cast)
                .map(opens -> Beginning.of(opens, ids))
                .toList();
    }

    private static List<Admitted.Adds> adds(List<Admitted> admitted) {
        return admitted.stream()
                .filter(Admitted.Adds.class::isInstance)
                .map(Admitted.Adds.class::cast)
                .toList();
    }

    private static List<Originals.Entry> originals(List<Beginning> beginnings, List<Admitted.Adds> adds) {
        return Stream.concat(
                        beginnings.stream().flatMap(each -> original(each.inbound(), each.message())),
                        adds.stream().flatMap(each -> original(each.arrival().message(), each.message())))
                .toList();
    }

    private static Stream<Originals.Entry> original(InboundMessage inbound, Message message) {
        Original original = inbound.circumstances().original();
        return original == null
                ? Stream.empty()
                : Stream.of(new Originals.Entry(message.id(), message.ticket(), original, message.createdAt()));
    }

    /** Each changed ticket once, as its last change left it. */
    private static List<Ticket> lastOf(List<Admitted.Adds> adds, List<Ticket.Step> met) {
        Map<TicketId, Ticket> last = new LinkedHashMap<>();
        Stream.concat(adds.stream().map(Admitted.Adds::step), met.stream())
                .map(Ticket.Step::after)
                .forEach(after -> last.put(after.id(), after));
        return List.copyOf(last.values());
    }

    private static List<Journal.Entry> entries(List<Admitted.Adds> adds, List<Ticket.Step> met) {
        List<Journal.Entry> entries = new ArrayList<>();
        adds.forEach(each -> entries.add(new Journal.Entry(
                each.message().ticket(), each.participants(), each.step().events())));
        met.forEach(step -> entries.add(new Journal.Entry(step.after().id(), List.of(), step.events())));
        return entries;
    }

    private static List<Continuation.Failure> failures(List<Admitted.Adds> adds) {
        return adds.stream()
                .map(each -> each.arrival().message().circumstances().continues())
                .flatMap(continues -> continues instanceof Continuation.ByReport report
                        ? Stream.ofNullable(report.failure())
                        : Stream.empty())
                .toList();
    }

    private OutboxItem acknowledgement(Beginning beginning) {
        return new OutboxItem(
                ids.next(),
                OutboxItem.Kind.ACKNOWLEDGEMENT,
                new OutboxItem.Recipient.OfCitizen(
                        beginning.opening().participant().toString()),
                beginning.ticket().id(),
                OPENING,
                beginning.ticket().createdAt());
    }
}
