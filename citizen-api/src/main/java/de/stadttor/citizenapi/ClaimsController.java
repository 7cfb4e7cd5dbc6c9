package de.stadttor.citizenapi;

import de.stadttor.guests.AccessToken;
import de.stadttor.guests.ClaimedCases;
import de.stadttor.people.Citizen;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/citizen/v1")
final class ClaimsController {

    private final ClaimedCases cases;

    ClaimsController(ClaimedCases cases) {
        this.cases = cases;
    }

    @PostMapping("/claims")
    Mono<ResponseEntity<ClaimedCase>> claimCase(
            @Contract("citizen.yaml#AccessLink") Received<Secret> link, Citizen citizen) {
        return cases.claim(citizen, new AccessToken(link.value().token())).map(ClaimsController::claimed);
    }

    @PostMapping("/objections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> objectToClaim(@Contract("citizen.yaml#AccessLink") Received<Secret> objection) {
        return cases.object(new AccessToken(objection.value().token()));
    }

    private static ResponseEntity<ClaimedCase> claimed(TicketId ticket) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LOCATION, "/api/citizen/v1/tickets/" + ticket)
                .body(new ClaimedCase(ticket.value()));
    }

    record Secret(String token) {}

    record ClaimedCase(UUID ticketId) {}
}
