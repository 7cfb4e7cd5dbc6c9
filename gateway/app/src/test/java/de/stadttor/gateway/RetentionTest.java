package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.ticketing.Retention;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** What is left of a ticket when its form keeps it no longer. */
@GatewayTest
class RetentionTest {

    private static final Duration LONG_AGO = Duration.ofDays(20_000);

    @Autowired
    private Clients clients;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Retention retention;

    @Autowired
    private Clock clock;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(clients);
    }

    @Test
    void leavesNothingOfAClosedTicketButItsHistory() {
        JsonNode receipt = submitWithFile();
        String ticket = receipt.path("ticketId").asString();
        JsonNode access = Desk.body(clients.anybody()
                .post()
                .uri("/api/citizen/v1/access")
                .bodyValue(Map.of("token", link(receipt)))
                .exchange());
        assertThat(access.path("ticketId").asString()).isEqualTo(ticket);
        desk.reply(ticket, Map.of("text", "Wir schauen."));
        close(ticket);
        sweep();

        assertThat(desk.read(ticket).path("state").asString())
                .as("its time is not over")
                .isEqualTo("closed");
        String file = only(
                "SELECT f.sha256 FROM message_file f JOIN message m ON m.id = f.message WHERE m.ticket = :id", ticket);
        age(ticket);
        sweep();

        clients.as("caseworker")
                .get()
                .uri("/api/desk/v1/tickets/{id}", ticket)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(traces(ticket)).isEmpty();
        assertThat(only("SELECT refs FROM content WHERE sha256 = '" + file + "' AND :id IS NOT NULL", ticket))
                .isEqualTo("0");
        assertThat(only("SELECT kind FROM event WHERE stream = :id ORDER BY seq DESC LIMIT 1", ticket))
                .isEqualTo("ticket-erased");
    }

    @Test
    void makesNothingAnewOfWhatItErased() {
        var submission = Submissions.anonymous();
        String ticket = desk.ticketOf(submission);
        close(ticket);
        age(ticket);
        sweep();
        clients.as("formserver")
                .post()
                .uri("/api/intake/v1/submissions")
                .bodyValue(submission)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void keepsWhatIsOpen() {
        String open = desk.ticketOf(Submissions.anonymous());
        age(open);
        sweep();
        assertThat(desk.read(open).path("id").asString()).isEqualTo(open);
    }

    /** Every table that names tickets, also those that come later. */
    private Map<String, Long> traces(String ticket) {
        return database.sql("""
            SELECT table_name FROM information_schema.columns
             WHERE table_schema = DATABASE() AND column_name = 'ticket'
            """)
                .map(row -> String.valueOf(row.get(0)))
                .all()
                .concatMap(table -> database.sql("SELECT COUNT(*) FROM " + table + " WHERE ticket = :id")
                        .bind("id", UUID.fromString(ticket))
                        .map(row -> Map.entry(table, Long.parseLong(String.valueOf(row.get(0)))))
                        .one())
                .concatWith(Flux.defer(() -> database.sql("SELECT COUNT(*) FROM ticket WHERE id = :id")
                        .bind("id", UUID.fromString(ticket))
                        .map(row -> Map.entry("the ticket", Long.parseLong(String.valueOf(row.get(0)))))
                        .one()))
                .filter(found -> found.getValue() > 0)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();
    }

    private JsonNode submitWithFile() {
        var parts = new MultipartBodyBuilder();
        parts.part("submission", Submissions.anonymous(), MediaType.APPLICATION_JSON);
        byte[] content = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        parts.part("files", new ByteArrayResource(content), MediaType.APPLICATION_OCTET_STREAM)
                .filename("nest.txt");
        return Desk.body(clients.as("formserver")
                .post()
                .uri("/api/intake/v1/submissions")
                .bodyValue(parts.build())
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private static String link(JsonNode receipt) {
        String url = receipt.path("accessUrl").asString();
        return url.substring(url.indexOf('#') + 1);
    }

    private void close(String ticket) {
        long version = desk.read(ticket).path("version").asLong();
        desk.change(ticket, version, Map.of("state", "closed")).expectStatus().isOk();
    }

    private void age(String ticket) {
        database.sql("UPDATE ticket SET closed_at = DATE_SUB(COALESCE(closed_at, created_at), INTERVAL :days DAY)"
                        + " WHERE id = :id")
                .bind("days", LONG_AGO.toDays())
                .bind("id", UUID.fromString(ticket))
                .then()
                .block();
    }

    private void sweep() {
        retention.sweep(clock.instant()).block();
    }

    private String only(String sql, String ticket) {
        return database.sql(sql)
                .bind("id", UUID.fromString(ticket))
                .map(row -> String.valueOf(row.get(0)))
                .one()
                .block();
    }
}
