package de.stadttor.ticketing;

import de.stadttor.events.EventLog;
import de.stadttor.events.Fact;
import de.stadttor.people.CitizenId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Writes what happened to tickets: to their streams, to the feeds of who may see it, and to whoever must react. */
public final class Journal {

    private final EventLog log;
    private final Tickets tickets;
    private final Function<String, Set<String>> consumersOf;

    /** @param consumersOf names of the consumers that want events of a kind */
    public Journal(EventLog log, Tickets tickets, Function<String, Set<String>> consumersOf) {
        this.log = log;
        this.tickets = tickets;
        this.consumersOf = consumersOf;
    }

    /** Starts the streams of new tickets; joins the running transaction. */
    public Mono<Void> open(List<Tickets.Opening> openings) {
        return log.append(openings.stream().map(this::opened).toList()).then();
    }

    /** Joins the running transaction, which holds the ticket. */
    public Mono<Void> record(TicketId ticket, Collection<TicketEvent> events) {
        return tickets.participants(ticket)
                .collectList()
                .flatMap(citizens -> log.append(events.stream()
                        .map(event -> fact(ticket, citizens, event))
                        .toList()))
                .then();
    }

    /** Writes several new streams and what happened in others at once; joins the running transaction. */
    public Mono<Void> write(List<Beginning> beginnings, List<Entry> entries) {
        return log.append(Stream.concat(
                                beginnings.stream().flatMap(this::facts),
                                entries.stream().flatMap(this::facts))
                        .toList())
                .then();
    }

    private Fact opened(Tickets.Opening opening) {
        Ticket ticket = opening.ticket();
        var event = new TicketEvent.Opened(ticket.origin().channel(), ticket.queue());
        return fact(ticket.id(), List.of(opening.participant()), event);
    }

    private Stream<Fact> facts(Beginning beginning) {
        Tickets.Opening opening = beginning.opening();
        return beginning.events().stream()
                .map(event -> fact(opening.ticket().id(), List.of(opening.participant()), event));
    }

    private Stream<Fact> facts(Entry entry) {
        return entry.events().stream().map(event -> fact(entry.ticket(), entry.citizens(), event));
    }

    private Fact fact(TicketId ticket, List<CitizenId> citizens, TicketEvent event) {
        return new Fact(
                ticket.stream(),
                event.kind(),
                event.body(),
                event.shownToCitizens() ? citizens : List.of(),
                consumersOf.apply(event.kind()));
    }

    /** What happened to a ticket at its opening, in this order. */
    public record Beginning(Tickets.Opening opening, List<TicketEvent> events) {}

    /**
     * What happened to a ticket that is held.
     *
     * @param citizens who takes part in it
     */
    public record Entry(TicketId ticket, List<CitizenId> citizens, List<TicketEvent> events) {}
}
