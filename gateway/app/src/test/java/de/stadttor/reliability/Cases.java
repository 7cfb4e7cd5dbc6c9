package de.stadttor.reliability;

import de.stadttor.gateway.Clients;
import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.DeskTickets;
import de.stadttor.ticketing.TicketChange;
import de.stadttor.ticketing.TicketChange.FieldEdits;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketState;
import java.util.Map;
import java.util.Set;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Cases of a citizen, and a caseworker who is very busy with them. */
final class Cases {

    private static final Caseworker CASEWORKER =
            new Caseworker("busy", "Karin Fleißig", Set.of(Caseworker.Role.CASEWORKER), Set.of("*"));

    private final DeskTickets desk;

    Cases(DeskTickets desk) {
        this.desk = desk;
    }

    /** A ticket that a logged-in citizen submitted, such as {@code citizen-high}. */
    static TicketId opened(Clients clients, String citizen, String mark) {
        WebTestClient formServer = clients.as("formserver");
        JsonNode receipt = formServer
                .post()
                .uri("/api/intake/v1/submissions")
                .bodyValue(Map.of(
                        "form",
                        "insektennest",
                        "submissionId",
                        mark,
                        "fields",
                        Map.of("ort", mark),
                        "citizen",
                        Map.of(
                                "identity",
                                Map.of("scheme", "bayernid", "bpk2", "demo-" + citizen, "spHost", "localhost"))))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return TicketId.of(receipt.path("ticketId").asString());
    }

    /** Replies, with a note now and then and a change of state, one after the other. */
    Flux<Void> work(TicketId ticket, int steps) {
        return Flux.range(1, steps).concatMap(step -> step(ticket, step));
    }

    Mono<Void> reply(TicketId ticket, String text) {
        return desk.reply(CASEWORKER, ticket, text, null, null).then();
    }

    private Mono<Void> step(TicketId ticket, int number) {
        return switch (number % 10) {
            case 3, 7 -> desk.note(CASEWORKER, ticket, "Notiz " + number, null).then();
            case 5 -> changeState(ticket);
            default -> reply(ticket, "Antwort " + number);
        };
    }

    private Mono<Void> changeState(TicketId ticket) {
        return desk.read(CASEWORKER, ticket)
                .flatMap(read -> desk.change(
                        CASEWORKER,
                        ticket,
                        read.ticket().version(),
                        other(read.ticket().state()),
                        null))
                .then();
    }

    private static TicketChange other(TicketState state) {
        TicketState next = state == TicketState.PENDING ? TicketState.OPEN : TicketState.PENDING;
        return new TicketChange(next, null, null, null, null, FieldEdits.NONE);
    }
}
