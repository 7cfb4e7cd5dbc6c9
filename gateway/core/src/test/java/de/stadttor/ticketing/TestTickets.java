package de.stadttor.ticketing;

import de.stadttor.Ports;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tickets by what matters of them. Invented people only. */
public final class TestTickets {

    public static final Instant OPENED_AT = Instant.parse("2026-11-02T08:00:00Z");
    public static final String QUEUE = "gartenbau";

    private static final TicketId ID = TicketId.of("019a4000-0000-7000-8000-000000000001");
    private static final Origin BY_FORM = new Origin(
            Channel.FORM, new Origin.FormReference("insektennest", 1), "de", AssuranceLevel.BASIC, "{\"ort\":\"Hof\"}");

    private TestTickets() {}

    public static Ticket fresh() {
        return ticket(ID, new TicketNumber(2026, 123), TicketState.NEW, null);
    }

    public static Ticket open() {
        return ticket(ID, new TicketNumber(2026, 123), TicketState.OPEN, null);
    }

    public static Ticket pending() {
        return ticket(ID, new TicketNumber(2026, 123), TicketState.PENDING, null);
    }

    public static Ticket closedAt(Instant closedAt) {
        return ticket(ID, new TicketNumber(2026, 123), TicketState.CLOSED, closedAt);
    }

    public static Ticket demanding(AssuranceLevel level) {
        return change(open()).level(level).done();
    }

    /** A new ticket that {@code ports} do not know yet, with an id and a number of its own. */
    public static Mono<Ticket> unknownTo(Ports ports) {
        return ports.ticketNumbers()
                .next(Year.of(2026))
                .map(number -> ticket(new TicketId(ports.ids().next()), number, TicketState.NEW, null));
    }

    /** Stores it and appends its first event, as intake does. */
    public static Mono<Ticket> stored(Ports ports, Ticket ticket, CitizenId participant) {
        var journal = new Journal(ports.log(), ports.tickets(), _ -> Set.of());
        var openings = List.of(new Tickets.Opening(ticket, participant));
        return ports.unitOfWork()
                .commit(() -> ports.tickets()
                        .open(openings)
                        .then(journal.open(openings))
                        .thenReturn(ticket));
    }

    public static Mono<Ticket> stored(Ports ports, CitizenId participant) {
        return unknownTo(ports).flatMap(ticket -> stored(ports, ticket, participant));
    }

    /** Begins another ticket that is like {@code ticket} but for what is said. */
    public static Like change(Ticket ticket) {
        return new Like(ticket);
    }

    private static Ticket ticket(TicketId id, TicketNumber number, TicketState state, @Nullable Instant closedAt) {
        return new Ticket(
                id,
                number,
                "Wespennest im Hof",
                QUEUE,
                state,
                Priority.NORMAL,
                null,
                AssuranceLevel.BASIC,
                BY_FORM,
                new Contact("Erika Beispiel", "erika@example.org", true),
                Map.of(),
                false,
                null,
                OPENED_AT,
                OPENED_AT,
                closedAt,
                1);
    }

    /** Says what is different. */
    public static final class Like {

        private Ticket ticket;

        private Like(Ticket ticket) {
            this.ticket = ticket;
        }

        public Like subject(String subject) {
            var t = ticket;
            return with(
                    subject, t.queue(), t.state(), t.requiredLevel(), t.customFields(), t.updatedAt(), t.closedAt());
        }

        public Like queue(String queue) {
            var t = ticket;
            return with(
                    t.subject(), queue, t.state(), t.requiredLevel(), t.customFields(), t.updatedAt(), t.closedAt());
        }

        public Like state(TicketState state, @Nullable Instant closedAt) {
            var t = ticket;
            return with(t.subject(), t.queue(), state, t.requiredLevel(), t.customFields(), t.updatedAt(), closedAt);
        }

        public Like level(AssuranceLevel level) {
            var t = ticket;
            return with(t.subject(), t.queue(), t.state(), level, t.customFields(), t.updatedAt(), t.closedAt());
        }

        public Like fields(Map<String, FieldValue> fields) {
            var t = ticket;
            return with(t.subject(), t.queue(), t.state(), t.requiredLevel(), fields, t.updatedAt(), t.closedAt());
        }

        public Like updatedAt(Instant updatedAt) {
            var t = ticket;
            return with(
                    t.subject(), t.queue(), t.state(), t.requiredLevel(), t.customFields(), updatedAt, t.closedAt());
        }

        public Ticket done() {
            return ticket;
        }

        private Like with(
                String subject,
                String queue,
                TicketState state,
                AssuranceLevel level,
                Map<String, FieldValue> fields,
                Instant updatedAt,
                @Nullable Instant closedAt) {
            ticket = new Ticket(
                    ticket.id(),
                    ticket.number(),
                    subject,
                    queue,
                    state,
                    ticket.priority(),
                    ticket.assignee(),
                    level,
                    ticket.origin(),
                    ticket.contact(),
                    fields,
                    ticket.needsAttention(),
                    ticket.possiblyRelated(),
                    ticket.createdAt(),
                    updatedAt,
                    closedAt,
                    ticket.version());
            return this;
        }
    }
}
