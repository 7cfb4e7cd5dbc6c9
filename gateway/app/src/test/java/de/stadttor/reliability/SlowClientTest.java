package de.stadttor.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.gateway.Clients;
import de.stadttor.live.Followers;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.DeskTickets;
import de.stadttor.ticketing.TicketId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A client that takes nothing of what it is sent, beside one that reads. */
@Impatient
class SlowClientTest {

    private static final String READER = "citizen-high";
    private static final String SLEEPER = "other-citizen";
    private static final int EVENTS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    private Clients clients;

    @Autowired
    private DeskTickets desk;

    @Autowired
    private Followers followers;

    @Autowired
    private DatabaseClient database;

    @Test
    void cutsOffAClientThatDoesNotReadAndLetsTheOtherOneHaveEverythingAtOnce() throws IOException {
        TicketId ticket = Cases.opened(clients, READER, "shared");
        CitizenId sleeper = participates(ticket);
        var reader = new ResumingClient(webClient(), "/api/citizen/v1/tickets/" + ticket + "/events");
        try (var socket = RawClient.withTinyBuffer(clients.url())) {
            socket.send(
                    "GET /api/citizen/v1/tickets/%s/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(ticket, clients.token(SLEEPER)));
            await("the sleeper follows").until(() -> followers.followed().contains(sleeper));
            List<Duration> delays = delaysSeenBy(reader, ticket);
            await("the sleeper is cut off")
                    .atMost(PATIENCE)
                    .until(() -> !followers.followed().contains(sleeper));
            assertThat(delays)
                    .hasSize(EVENTS)
                    .allSatisfy(delay -> assertThat(delay).isLessThan(Duration.ofSeconds(1)));
            assertThat(socket.readToEnd(PATIENCE)).contains("event:message").doesNotContain("Antwort");
        }
    }

    /** How long after it happened each message was here; read while they are written. */
    private List<Duration> delaysSeenBy(ResumingClient reader, TicketId ticket) {
        var cases = new Cases(desk);
        Mono<List<Duration>> delays = reader.events()
                .filter(event -> "message".equals(event.event()))
                .map(SlowClientTest::delay)
                .take(EVENTS)
                .collectList();
        CompletableFuture<List<Duration>> seen = delays.toFuture();
        await("the reader follows").until(() -> !reader.seen().isEmpty());
        Flux.range(0, EVENTS)
                .concatMap(number -> cases.reply(ticket, "Antwort " + number))
                .blockLast(PATIENCE);
        return seen.join();
    }

    private static Duration delay(ServerSentEvent<JsonNode> event) {
        return Duration.between(Instant.parse(event.data().path("at").asString()), Instant.now());
    }

    /** The other citizen joins the case, as claiming it will do one day. */
    private CitizenId participates(TicketId ticket) {
        Cases.opened(clients, SLEEPER, "of-the-sleeper");
        UUID citizen = database.sql("SELECT citizen FROM citizen_identity WHERE subject = 'demo-other-citizen'")
                .mapValue(UUID.class)
                .one()
                .block();
        database.sql("INSERT INTO ticket_participant (citizen, ticket) VALUES (:citizen, :ticket)")
                .bind("citizen", citizen)
                .bind("ticket", ticket.value())
                .then()
                .block();
        return new CitizenId(citizen);
    }

    private WebClient webClient() {
        return WebClient.builder()
                .baseUrl(clients.url())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + clients.token(READER))
                .build();
    }
}
