package de.stadttor.desk;

import de.stadttor.events.Event;
import de.stadttor.people.Caseworker;
import de.stadttor.seals.Sha256;
import de.stadttor.ticketing.DeskTickets;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketState;
import de.stadttor.ticketing.Tickets.Place;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import de.stadttor.web.Repeats;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/desk/v1/tickets")
final class DeskTicketsController {

    private static final int LONGEST_SEARCH = 200;

    private final DeskTickets tickets;
    private final Cursors cursors;

    DeskTicketsController(DeskTickets tickets, Cursors cursors) {
        this.tickets = tickets;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<TicketItem>> listTickets(
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        if (q != null && (q.isBlank() || q.length() > LONGEST_SEARCH)) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "q");
        }
        String filter = "desk %s %s %s".formatted(queue, state, q);
        Place after = place(cursors.open(caseworker, filter, cursor));
        return Page.of(
                tickets.list(caseworker, queue, state(state), q, after, limit.oneMore()),
                limit.value(),
                TicketItem::of,
                last -> cursors.close(caseworker, filter, last.updatedAt() + " " + last.id()));
    }

    /** Empty after 304. */
    @GetMapping("/{id}")
    Mono<CaseView> readTicket(@PathVariable TicketId id, Caseworker caseworker, ServerWebExchange exchange) {
        return tickets.read(caseworker, id)
                .filter(read -> !exchange.checkNotModified(CaseView.tag(read)))
                .map(CaseView::of);
    }

    @PatchMapping("/{id}")
    Mono<CaseView> changeTicket(
            @PathVariable TicketId id,
            @Contract("desk.yaml#TicketChange") Received<JsonNode> change,
            Caseworker caseworker,
            ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        String expected = headers.getFirst(HttpHeaders.IF_MATCH);
        String asked = Sha256.hex(change.fingerprint() + " " + expected);
        var key = Repeats.key(exchange.getRequest(), caseworker, "change " + id, asked);
        return tickets.change(
                        caseworker, id, IfMatch.version(expected), new ChangeRequest(change.value()).change(), key)
                .doOnNext(changed -> {
                    exchange.getResponse().getHeaders().setETag(CaseView.tag(changed.value()));
                    Repeats.mark(exchange.getResponse(), changed.repeated());
                })
                .map(changed -> CaseView.of(changed.value()));
    }

    @GetMapping("/{id}/history")
    Mono<Page<EventView>> readHistory(
            @PathVariable TicketId id,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        String filter = "history of " + id;
        String after = Objects.requireNonNullElse(cursors.open(caseworker, filter, cursor), "0");
        return Page.of(
                tickets.history(caseworker, id, Long.parseLong(after), limit.oneMore()),
                limit.value(),
                EventView::of,
                last -> cursors.close(caseworker, filter, Long.toString(last.seq())));
    }

    private static @Nullable TicketState state(@Nullable String code) {
        try {
            return code == null ? null : TicketState.of(code);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "state");
        }
    }

    private static @Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split(" ", 2);
        return new Place(Instant.parse(parts[0]), TicketId.of(parts[1]));
    }

    record EventView(long seq, String kind, Instant at, Map<String, String> body) {

        static EventView of(Event event) {
            return new EventView(event.seq(), event.kind(), event.at(), event.body());
        }
    }
}
