package de.stadttor.channels.email.outbound.citizens;

import de.stadttor.guests.AccessLinks;
import de.stadttor.people.CitizenId;
import de.stadttor.people.ConfirmedAddresses;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import de.stadttor.web.PublicUrl;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Where a citizen is written to, and where they find their ticket. */
public final class Whereabouts {

    private final Tickets tickets;
    private final AccessLinks links;
    private final ConfirmedAddresses confirmed;
    private final PublicUrl publicUrl;

    public Whereabouts(Tickets tickets, AccessLinks links, ConfirmedAddresses confirmed, PublicUrl publicUrl) {
        this.tickets = tickets;
        this.links = links;
        this.confirmed = confirmed;
        this.publicUrl = publicUrl;
    }

    /**
     * The address that a ticket's contact gave, which is that of whoever opened it.
     *
     * @return empty when there is none, and for everybody else who takes part
     */
    Mono<String> address(Ticket ticket, CitizenId citizen) {
        return Mono.justOrEmpty(ticket.contact().email()).filterWhen(_ -> opened(ticket.id(), citizen));
    }

    /** The address that surely is this citizen's; empty when there is none. */
    Mono<String> confirmed(CitizenId citizen) {
        return confirmed.of(citizen);
    }

    private Mono<Boolean> opened(TicketId ticket, CitizenId citizen) {
        return links.guest(ticket).map(citizen::equals).switchIfEmpty(isAlone(ticket, citizen));
    }

    /** Who joined a case came by its link; without one there is only who opened it. */
    private Mono<Boolean> isAlone(TicketId ticket, CitizenId citizen) {
        return tickets.participants(ticket).collectList().map(all -> all.size() == 1 && all.contains(citizen));
    }

    /** The link of an anonymous case, or the page to log in. */
    Mono<Map<String, String>> links(TicketId ticket) {
        return links.tokenIfIssued(ticket)
                .map(token -> Map.of("accessLink", publicUrl.resolve("/fall#" + token.secret())))
                .defaultIfEmpty(Map.of("portalLink", publicUrl.resolve("/")));
    }

    String objection(String secret) {
        return publicUrl.resolve("/widerspruch#" + secret);
    }
}
