package de.stadttor.ticketing;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Citizen;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who may see and change which ticket: decided here and nowhere else. */
public final class Access {

    private final Tickets tickets;

    public Access(Tickets tickets) {
        this.tickets = tickets;
    }

    /** The ticket, if it is this citizen's and the login is strong enough for it. */
    public Mono<Ticket> readable(Citizen citizen, TicketId id) {
        return participating(citizen, id).then(tickets.find(id)).map(ticket -> strongEnough(citizen, ticket));
    }

    /** The same, held for the running transaction. */
    Mono<Ticket> writable(Citizen citizen, TicketId id) {
        return participating(citizen, id).then(tickets.hold(id)).map(ticket -> strongEnough(citizen, ticket));
    }

    /** The ticket that may be announced to this citizen, at whatever level; empty when it is no longer theirs. */
    public Mono<Ticket> announced(Citizen citizen, TicketId id) {
        return tickets.participates(citizen.id(), id)
                .filter(Boolean::booleanValue)
                .flatMap(_ -> tickets.find(id));
    }

    private Mono<Void> participating(Citizen citizen, TicketId id) {
        return tickets.participates(citizen.id(), id).flatMap(Access::unknownUnless);
    }

    /** The ticket, if it lies in one of the caseworker's queues. */
    public Mono<Ticket> readable(Caseworker caseworker, TicketId id) {
        return tickets.find(id)
                .filter(ticket -> caseworker.worksOn(ticket.queue()))
                .switchIfEmpty(unknown());
    }

    /** The same, held for the running transaction. */
    public Mono<Ticket> writable(Caseworker caseworker, TicketId id) {
        return tickets.hold(id)
                .filter(ticket -> caseworker.worksOn(ticket.queue()))
                .switchIfEmpty(unknown());
    }

    /** Whether this login is enough for a thing that demands {@code required}. */
    public static boolean shows(Citizen citizen, AssuranceLevel required) {
        return citizen.level().satisfies(required);
    }

    /**
     * The queues to look in: those asked for as far as they are the caseworker's.
     *
     * @param asked null for any
     * @return null for all there are
     */
    static @Nullable Set<String> queues(Caseworker caseworker, @Nullable String asked) {
        if (asked == null) {
            return caseworker.worksEverywhere() ? null : caseworker.queues();
        }
        return caseworker.worksOn(asked) ? Set.of(asked) : Set.of();
    }

    private static Ticket strongEnough(Citizen citizen, Ticket ticket) {
        if (!shows(citizen, ticket.requiredLevel())) {
            throw new Refused(new Refusal.LevelTooLow(citizen.level(), ticket.requiredLevel()));
        }
        return ticket;
    }

    private static Mono<Void> unknownUnless(boolean participates) {
        return participates ? Mono.empty() : unknown();
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> new Refused(new Refusal.TicketUnknown()));
    }
}
