package de.stadttor.guests;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.guests.CaseClaims.CaseClaim;
import de.stadttor.guests.GuestAccess.Link;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Seal;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.ClaimEvent;
import de.stadttor.ticketing.ClaimEvent.ClaimEnded.Cause;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Makes an anonymous case one's own: it takes both the case's link and a login. It removes nobody; the registered
 * address is told and can object, and a caseworker can undo it.
 */
public final class ClaimedCases {

    private final AccessLinks links;
    private final CaseClaims claims;
    private final Access access;
    private final Tickets tickets;
    private final Journal journal;
    private final UnitOfWork unitOfWork;
    private final Seal seal;
    private final Ids ids;
    private final Clock clock;

    public ClaimedCases(
            AccessLinks links,
            CaseClaims claims,
            Access access,
            Tickets tickets,
            Journal journal,
            UnitOfWork unitOfWork,
            Seal seal,
            Ids ids,
            Clock clock) {
        this.links = links;
        this.claims = claims;
        this.access = access;
        this.tickets = tickets;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes part in the link's case from now on; for who does already, nothing changes. Refused for a guest, for a link
     * that opens nothing, and for a case that has a verified citizen or whose registered address objected before.
     */
    public Mono<TicketId> claim(Citizen citizen, AccessToken link) {
        if (citizen.guestSession() != null) {
            return Mono.error(() -> new Refused(new Refusal.NotAllowed()));
        }
        return links.valid(link)
                .flatMap(found -> unitOfWork
                        .<Void>commit(() -> tickets.hold(found.ticket()).then(join(citizen.id(), found)))
                        .thenReturn(found.ticket()))
                .checkpoint("claim case");
    }

    private Mono<Void> join(CitizenId citizen, Link link) {
        return tickets.participants(link.ticket())
                .filter(participant -> !participant.equals(link.guest()))
                .collectList()
                .flatMap(verified -> verified.contains(citizen) ? Mono.empty() : join(citizen, link, verified));
    }

    private Mono<Void> join(CitizenId citizen, Link link, List<CitizenId> verified) {
        return claims.ofTicket(link.ticket())
                .map(claim -> claim.ended() == Cause.OBJECTION)
                .defaultIfEmpty(false)
                .flatMap(objected -> {
                    if (objected || !verified.isEmpty()) {
                        return Mono.error(new Refused(new Refusal.CaseTaken()));
                    }
                    var event = new ClaimEvent.CaseClaimed(citizen, link.guest());
                    return claims.add(fresh(citizen, link))
                            .then(tickets.join(citizen, link.ticket()))
                            .then(journal.record(link.ticket(), List.of(event)));
                });
    }

    private CaseClaim fresh(CitizenId citizen, Link link) {
        UUID id = ids.next();
        String objection = objection(id).hash();
        return new CaseClaim(id, link.ticket(), citizen, link.guest(), clock.instant(), objection, null);
    }

    /** The secret that the registered address is told, if the ticket was claimed and the claim stands. */
    public Mono<AccessToken> objection(TicketId ticket) {
        return claims.ofTicket(ticket).filter(CaseClaim::stands).map(claim -> objection(claim.id()));
    }

    /** Computed and never stored, so that a repeated notice can tell it again. */
    private AccessToken objection(UUID claim) {
        ByteBuffer input = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(claim.getMostSignificantBits())
                .putLong(claim.getLeastSignificantBits());
        return AccessToken.of(seal.code(input.array()));
    }

    /** Undoes a claim from the registered address. A repeat changes nothing; an unknown secret is refused. */
    public Mono<Void> object(AccessToken objection) {
        return claims.byObjection(objection.hash())
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.AccessExpired())))
                .flatMap(claim -> unitOfWork.<Void>commit(
                        () -> tickets.hold(claim.ticket()).then(end(claim.ticket(), Cause.OBJECTION))))
                .checkpoint("object to claim");
    }

    /** Undoes a ticket's claim at the desk; where none stands, nothing changes. */
    public Mono<Void> undo(Caseworker caseworker, TicketId ticket) {
        return unitOfWork
                .<Void>commit(() -> access.writable(caseworker, ticket).then(end(ticket, Cause.CASEWORKER)))
                .checkpoint("undo claim");
    }

    /** The event goes to the one who leaves too, so that their streams end with it. */
    private Mono<Void> end(TicketId ticket, Cause cause) {
        return claims.ofTicket(ticket)
                .filter(CaseClaim::stands)
                .flatMap(claim -> claims.end(claim.id(), cause, clock.instant())
                        .then(journal.record(ticket, List.of(new ClaimEvent.ClaimEnded(cause))))
                        .then(tickets.leave(claim.citizen(), ticket)));
    }
}
