package de.stadttor.citizenapi;

import de.stadttor.intake.Intake;
import de.stadttor.intake.Receipt;
import de.stadttor.people.Citizen;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.CitizenTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.EntityTag;
import de.stadttor.web.Language;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import de.stadttor.web.Repeats;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/citizen/v1/tickets")
@EnableConfigurationProperties(CitizenSettings.class)
final class TicketsController {

    private static final String FILTER = "my tickets";

    private final CitizenTickets tickets;
    private final Intake intake;
    private final PublicStates states;
    private final Cursors cursors;
    private final EntityTag tags;
    private final CitizenSettings settings;

    TicketsController(
            CitizenTickets tickets,
            Intake intake,
            PublicStates states,
            Cursors cursors,
            EntityTag tags,
            CitizenSettings settings) {
        this.tickets = tickets;
        this.intake = intake;
        this.states = states;
        this.cursors = cursors;
        this.tags = tags;
        this.settings = settings;
    }

    @GetMapping
    Mono<Page<TicketView>> listTickets(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Citizen citizen,
            ServerWebExchange exchange) {
        String before = cursors.open(citizen, FILTER, cursor);
        Language language = Language.of(exchange.getRequest().getHeaders());
        return Page.of(
                tickets.list(citizen, before == null ? null : TicketId.of(before), limit.oneMore()),
                limit.value(),
                ticket -> view(ticket, citizen, language),
                last -> cursors.close(citizen, FILTER, last.id().toString()));
    }

    @PostMapping
    Mono<TicketView> openTicket(
            @Contract("citizen.yaml#NewTicket") Received<NewConcern> concern,
            Citizen citizen,
            ServerWebExchange exchange) {
        if (citizen.guestSession() != null) {
            return Mono.error(() -> new Refused(new Refusal.NotAllowed()));
        }
        Language language = Language.of(exchange.getRequest().getHeaders());
        var key = Repeats.key(exchange.getRequest(), citizen, "open ticket", concern.fingerprint());
        return intake.accept(concern.value().inbound(citizen, settings.queue(), language, key))
                .doOnNext(receipt -> created(receipt, exchange.getResponse()))
                .flatMap(receipt -> tickets.read(citizen, receipt.ticket()))
                .map(ticket -> view(ticket, citizen, language));
    }

    /** Empty after 304. */
    @GetMapping("/{id}")
    Mono<TicketView> readTicket(@PathVariable TicketId id, Citizen citizen, ServerWebExchange exchange) {
        Language language = Language.of(exchange.getRequest().getHeaders());
        return tickets.read(citizen, id)
                .map(ticket -> view(ticket, citizen, language))
                .filter(view -> !exchange.checkNotModified(tags.of(view)));
    }

    private static void created(Receipt receipt, ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.CREATED);
        response.getHeaders().setLocation(URI.create("/api/citizen/v1/tickets/" + receipt.ticket()));
        Repeats.mark(response, receipt.repeated());
    }

    private TicketView view(Ticket ticket, Citizen citizen, Language language) {
        return TicketView.of(ticket, citizen, states.view(ticket.state().shown(), language));
    }
}
