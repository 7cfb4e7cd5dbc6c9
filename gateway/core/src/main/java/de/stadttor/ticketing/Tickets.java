package de.stadttor.ticketing;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where tickets live. Nothing happens before subscription. */
public interface Tickets {

    /** Joins the running transaction. */
    Mono<Void> open(List<Opening> openings);

    Mono<Ticket> find(TicketId id);

    Mono<Ticket> find(TicketNumber number);

    /** Finds and holds it for the running transaction: whoever else wants to change it waits. */
    Mono<Ticket> hold(TicketId id);

    /** Holds several in the order of their ids, so that two transactions never wait for each other. */
    Flux<Ticket> holdAll(Collection<TicketId> ids);

    /** Stores a ticket that is held. */
    Mono<Void> change(Ticket after);

    Mono<Boolean> participates(CitizenId citizen, TicketId ticket);

    /** Lets a citizen take part, too; joins the running transaction, which holds the ticket. */
    Mono<Void> join(CitizenId citizen, TicketId ticket);

    /** Lets a citizen take part no longer; joins the running transaction, which holds the ticket. */
    Mono<Void> leave(CitizenId citizen, TicketId ticket);

    /** By id, the order in which feeds are written. */
    Flux<CitizenId> participants(TicketId ticket);

    /** The same for several tickets; one without participants is left out. */
    Mono<Map<TicketId, List<CitizenId>>> participants(Collection<TicketId> tickets);

    /** A citizen's tickets, newest first, older than {@code before}. */
    Flux<Ticket> ofCitizen(CitizenId citizen, @Nullable TicketId before, int limit);

    /** The desk's list, latest change first, after {@code after}. */
    Flux<Ticket> search(Query query, @Nullable Place after, int limit);

    /** Tickets that take no login to see, by the form they came by, newest first. */
    Flux<Ticket> ofForms(OfForms query);

    /** @return the level that seeing the ticket takes; empty when there is none */
    Mono<AssuranceLevel> requiredLevel(TicketId ticket);

    /** A new ticket and whose it is. */
    record Opening(Ticket ticket, CitizenId participant) {}

    /**
     * What a caseworker looks for; null stands for any.
     *
     * @param queues the only queues to look in; null for all
     * @param text words that must all occur, as beginnings
     */
    record Query(
            @Nullable Set<String> queues,
            @Nullable TicketState state,
            @Nullable String text) {}

    /**
     * Which tickets of forms.
     *
     * @param forms keys; at least one
     * @param from first moment of creation
     * @param until last one
     * @param states at least one
     * @param skip how many of the newest to leave out
     */
    record OfForms(Set<String> forms, Instant from, Instant until, Set<TicketState> states, int skip, int limit) {}

    /** A place in the desk's list. */
    record Place(Instant updatedAt, TicketId ticket) {

        public static Place of(Ticket ticket) {
            return new Place(ticket.updatedAt(), ticket.id());
        }
    }
}
