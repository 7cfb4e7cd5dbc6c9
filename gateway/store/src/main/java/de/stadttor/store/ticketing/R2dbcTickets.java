package de.stadttor.store.ticketing;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.store.Columns;
import de.stadttor.store.Rows;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.ticketing.TicketState;
import de.stadttor.ticketing.Tickets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcTickets implements Tickets {

    /** Greater than every id that is ever made. */
    private static final UUID LAST = new UUID(-1L, -1L);

    private final DatabaseClient database;

    R2dbcTickets(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> open(List<Opening> openings) {
        return Rows.of(
                        "INSERT INTO ticket (" + TicketRows.COLUMNS + ") VALUES %s",
                        openings.stream()
                                .map(each -> TicketRows.row(each.ticket()))
                                .toList())
                .write(database)
                .then(participate(openings));
    }

    @Override
    public Mono<Ticket> find(TicketId id) {
        return one("SELECT * FROM ticket WHERE id = :id", id);
    }

    @Override
    public Mono<Ticket> find(TicketNumber number) {
        return database.sql("SELECT * FROM ticket WHERE number = :number")
                .bind("number", number.toString())
                .map(TicketRows::ticket)
                .one();
    }

    @Override
    public Mono<Ticket> hold(TicketId id) {
        return one("SELECT * FROM ticket WHERE id = :id FOR UPDATE", id);
    }

    @Override
    public Flux<Ticket> holdAll(Collection<TicketId> ids) {
        return database.sql("SELECT * FROM ticket WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .bind("ids", ids.stream().map(TicketId::value).toList())
                .map(TicketRows::ticket)
                .all();
    }

    @Override
    public Mono<Void> change(Ticket after) {
        var update = database.sql("""
            UPDATE ticket
               SET subject = :subject, queue = :queue, state = :state, priority = :priority,
                   assignee = :assignee, required_level = :required, custom_fields = :customFields,
                   needs_attention = :attention, possibly_related = :related, updated_at = :updated, closed_at = :closed, version = :version, search = :search
             WHERE id = :id
            """);
        return TicketRows.bindState(update, after).then();
    }

    @Override
    public Mono<Boolean> participates(CitizenId citizen, TicketId ticket) {
        return database.sql("SELECT ticket FROM ticket_participant WHERE citizen = :citizen AND ticket = :ticket")
                .bind("citizen", citizen.value())
                .bind("ticket", ticket.value())
                .map(row -> Columns.uuid(row, "ticket"))
                .one()
                .hasElement();
    }

    @Override
    public Mono<Void> join(CitizenId citizen, TicketId ticket) {
        return participant(
                "INSERT INTO ticket_participant (citizen, ticket) VALUES (:citizen, :ticket)", citizen, ticket);
    }

    @Override
    public Mono<Void> leave(CitizenId citizen, TicketId ticket) {
        return participant(
                "DELETE FROM ticket_participant WHERE citizen = :citizen AND ticket = :ticket", citizen, ticket);
    }

    private Mono<Void> participant(String sql, CitizenId citizen, TicketId ticket) {
        return database.sql(sql)
                .bind("citizen", citizen.value())
                .bind("ticket", ticket.value())
                .then();
    }

    @Override
    public Flux<CitizenId> participants(TicketId ticket) {
        return database.sql("SELECT citizen FROM ticket_participant WHERE ticket = :ticket ORDER BY citizen")
                .bind("ticket", ticket.value())
                .map(row -> new CitizenId(Columns.uuid(row, "citizen")))
                .all();
    }

    @Override
    public Mono<Map<TicketId, List<CitizenId>>> participants(Collection<TicketId> tickets) {
        return database.sql(
                        "SELECT ticket, citizen FROM ticket_participant WHERE ticket IN (:tickets) ORDER BY citizen")
                .bind("tickets", tickets.stream().map(TicketId::value).toList())
                .map(row -> Map.entry(
                        new TicketId(Columns.uuid(row, "ticket")), new CitizenId(Columns.uuid(row, "citizen"))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public Flux<Ticket> ofCitizen(CitizenId citizen, @Nullable TicketId before, int limit) {
        return database.sql("""
            SELECT t.*
              FROM ticket_participant p
              JOIN ticket t ON t.id = p.ticket
             WHERE p.citizen = :citizen AND p.ticket < :before
             ORDER BY p.ticket DESC
             LIMIT :limit
            """)
                .bind("citizen", citizen.value())
                .bind("before", before == null ? LAST : before.value())
                .bind("limit", limit)
                .map(TicketRows::ticket)
                .all();
    }

    @Override
    public Flux<Ticket> search(Query query, @Nullable Place after, int limit) {
        if (query.queues() != null && query.queues().isEmpty()) {
            return Flux.empty();
        }
        return TicketSearch.statement(database, query, after, limit)
                .map(TicketRows::ticket)
                .all();
    }

    @Override
    public Flux<Ticket> ofForms(OfForms query) {
        return database.sql("""
            SELECT * FROM ticket
             WHERE form IN (:forms) AND created_at BETWEEN :from AND :until
               AND required_level = :basic AND state IN (:states)
             ORDER BY created_at DESC, id DESC
             LIMIT :limit OFFSET :skip
            """)
                .bind("forms", query.forms())
                .bind("from", Columns.utc(query.from()))
                .bind("until", Columns.utc(query.until()))
                .bind("basic", AssuranceLevel.BASIC.code())
                .bind("states", query.states().stream().map(TicketState::code).toList())
                .bind("limit", query.limit())
                .bind("skip", query.skip())
                .map(TicketRows::ticket)
                .all();
    }

    @Override
    public Mono<AssuranceLevel> requiredLevel(TicketId ticket) {
        return database.sql("SELECT required_level FROM ticket WHERE id = :id")
                .bind("id", ticket.value())
                .map(row -> AssuranceLevel.of(Columns.text(row, "required_level")))
                .one();
    }

    private Mono<Ticket> one(String sql, TicketId id) {
        return database.sql(sql).bind("id", id.value()).map(TicketRows::ticket).one();
    }

    private Mono<Void> participate(List<Opening> openings) {
        return Rows.of(
                        "INSERT INTO ticket_participant (citizen, ticket) VALUES %s",
                        openings.stream()
                                .map(each -> new Object[] {
                                    each.participant().value(),
                                    each.ticket().id().value()
                                })
                                .toList())
                .write(database);
    }
}
