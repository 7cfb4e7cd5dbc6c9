package de.stadttor.desk;

import de.stadttor.guests.ClaimedCases;
import de.stadttor.guests.RevokedLinks;
import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.TicketId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
final class AccessLinkController {

    private final RevokedLinks links;
    private final ClaimedCases claims;

    AccessLinkController(RevokedLinks links, ClaimedCases claims) {
        this.links = links;
        this.claims = claims;
    }

    @DeleteMapping("/api/desk/v1/tickets/{id}/access-link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revokeAccessLink(@PathVariable TicketId id, Caseworker caseworker) {
        return links.revoke(caseworker, id);
    }

    @DeleteMapping("/api/desk/v1/tickets/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> undoClaim(@PathVariable TicketId id, Caseworker caseworker) {
        return claims.undo(caseworker, id);
    }
}
