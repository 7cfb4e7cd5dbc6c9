package de.stadttor.desk;

import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.MergedTickets;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/desk/v1/tickets/{id}/merge")
final class MergeController {

    private final MergedTickets merged;

    MergeController(MergedTickets merged) {
        this.merged = merged;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> mergeTicket(
            @PathVariable TicketId id, @Contract("desk.yaml#Merge") Received<Merge> merge, Caseworker caseworker) {
        return merged.merge(caseworker, id, new TicketId(merge.value().into()));
    }

    /** @param into where the conversation goes on */
    record Merge(UUID into) {}
}
