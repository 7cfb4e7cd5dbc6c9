package de.stadttor.intake;

import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.Attention;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Merges;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds where messages go on: in their ticket; in a new one that is linked to it, when it was closed too long ago; or
 * nowhere, when it is gone or the sender takes part in it no longer.
 */
public final class Threading {

    private final Tickets tickets;
    private final Queues queues;
    private final Merges merges;

    public Threading(Tickets tickets, Queues queues, Merges merges) {
        this.tickets = tickets;
        this.merges = merges;
        this.queues = queues;
    }

    /** Holds the tickets that are named; asks nothing when none is. Joins the running transaction. */
    Mono<Plan> plan(List<Arrival> arrivals) {
        Set<TicketId> named = arrivals.stream()
                .flatMap(arrival ->
                        Stream.ofNullable(arrival.message().circumstances().continues()))
                .map(Continuation::ticket)
                .collect(Collectors.toSet());
        return named.isEmpty()
                ? Mono.just(new Plan(List.of(), arrivals))
                : merges.targets(named).flatMap(merged -> plan(arrivals, named, merged));
    }

    private Mono<Plan> plan(List<Arrival> arrivals, Set<TicketId> named, Map<TicketId, TicketId> merged) {
        Set<TicketId> all = new HashSet<>(named);
        all.addAll(merged.values());
        return tickets.holdAll(all).collectList().flatMap(held -> plan(arrivals, all, merged, held));
    }

    private Mono<Plan> plan(
            List<Arrival> arrivals, Set<TicketId> all, Map<TicketId, TicketId> merged, List<Ticket> held) {
        return Mono.zip(tickets.participants(all), queuesOf(held), (participants, known) -> {
            var scene = new Scene(held, merged, participants, known);
            arrivals.forEach(scene::enter);
            return scene.plan();
        });
    }

    /** Only what is closed asks its queue whether it may open again. */
    private Mono<Map<String, Queue>> queuesOf(List<Ticket> held) {
        return Flux.fromStream(held.stream()
                        .filter(ticket -> ticket.closedAt() != null)
                        .map(Ticket::queue)
                        .distinct())
                .concatMap(queues::find)
                .collectMap(Queue::key);
    }

    /**
     * What is decided, and who is still to be asked about.
     *
     * @param anew messages of which it is not known whose they are
     */
    record Plan(List<Admitted> decided, List<Arrival> anew) {}

    /** The tickets that are held, as each message leaves them for the next one. */
    private static final class Scene {

        private final Map<TicketId, Ticket> tickets = new HashMap<>();
        private final Map<TicketId, TicketId> merged;
        private final Map<TicketId, List<CitizenId>> participants;
        private final Map<String, Queue> queues;
        private final List<Admitted> decided = new ArrayList<>();
        private final List<Arrival> anew = new ArrayList<>();

        Scene(
                List<Ticket> held,
                Map<TicketId, TicketId> merged,
                Map<TicketId, List<CitizenId>> participants,
                Map<String, Queue> queues) {
            this.merged = merged;
            held.forEach(ticket -> tickets.put(ticket.id(), ticket));
            this.participants = participants;
            this.queues = queues;
        }

        Plan plan() {
            return new Plan(decided, anew);
        }

        void enter(Arrival arrival) {
            Continuation continues = arrival.message().circumstances().continues();
            Ticket ticket = continues == null ? null : tickets.get(continues.ticket());
            if (continues == null || ticket == null) {
                anew.add(arrival);
                return;
            }
            switch (continues) {
                case Continuation.ByReport told -> report(arrival, ticket, told.failure());
                case Continuation.ByParticipant told -> reply(arrival, ticket, told.citizen());
            }
        }

        private void report(Arrival arrival, Ticket ticket, Continuation.@Nullable Failure failure) {
            Message message = message(
                    arrival, ticket, Direction.INTERNAL, arrival.message().author());
            Ticket.Step step = ticket.note(message, arrival.now());
            add(
                    arrival,
                    ticket,
                    message,
                    failure != null && failure.unheard() ? step.calling(Attention.UNDELIVERED) : step);
        }

        private void reply(Arrival arrival, Ticket ticket, CitizenId citizen) {
            if (takesPart(citizen, ticket)) {
                reply(arrival, citizen, goesOn(ticket));
            } else {
                anew.add(arrival.related(ticket.id()));
            }
        }

        /** A right to a merged ticket is one to write into the ticket where it goes on. */
        private Ticket goesOn(Ticket ticket) {
            TicketId target = merged.get(ticket.id());
            return target == null ? ticket : tickets.getOrDefault(target, ticket);
        }

        private void reply(Arrival arrival, CitizenId citizen, Ticket ticket) {
            if (begins(arrival, ticket)) {
                decided.add(new Admitted.Opens(
                        arrival.related(ticket.id()), citizen, ticket.contact().anonymous()));
            } else {
                Message message = message(arrival, ticket, Direction.FROM_CITIZEN, citizen.toString());
                add(arrival, ticket, message, heard(arrival, ticket, message));
            }
        }

        private Ticket.Step heard(Arrival arrival, Ticket ticket, Message message) {
            if (arrival.message().circumstances().imported()) {
                return ticket.overhear(message, arrival.now()).quietly();
            }
            return arrival.message().circumstances().automatic()
                    ? ticket.overhear(message, arrival.now())
                    : ticket.hearFromCitizen(message, reopenWithin(ticket), arrival.now());
        }

        private boolean begins(Arrival arrival, Ticket ticket) {
            Circumstances circumstances = arrival.message().circumstances();
            return !circumstances.automatic()
                    && !circumstances.imported()
                    && ticket.isOver(reopenWithin(ticket), arrival.now());
        }

        private Duration reopenWithin(Ticket ticket) {
            Queue queue = queues.get(ticket.queue());
            return queue == null ? Duration.ZERO : queue.reopenWithin();
        }

        private boolean takesPart(CitizenId citizen, Ticket ticket) {
            return participants.getOrDefault(ticket.id(), List.of()).contains(citizen);
        }

        private void add(Arrival arrival, Ticket ticket, Message message, Ticket.Step step) {
            Attention attention = arrival.message().circumstances().attention();
            Ticket.Step whole = attention == null ? step : step.calling(attention);
            tickets.put(ticket.id(), whole.after());
            decided.add(new Admitted.Adds(arrival, message, whole, participants.getOrDefault(ticket.id(), List.of())));
        }

        private static Message message(Arrival arrival, Ticket ticket, Direction direction, String author) {
            InboundMessage inbound = arrival.message();
            return new Message(
                    new MessageId(arrival.ticket().value()),
                    ticket.id(),
                    direction,
                    inbound.origin().channel(),
                    author,
                    null,
                    inbound.text(),
                    null,
                    inbound.files(),
                    arrival.at());
        }
    }
}
