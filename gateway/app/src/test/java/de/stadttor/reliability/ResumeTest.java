package de.stadttor.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.contract.ContractCheck;
import de.stadttor.events.UnitOfWork;
import de.stadttor.gateway.Clients;
import de.stadttor.gateway.GatewayTest;
import de.stadttor.ticketing.DeskTickets;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** A client that goes and comes back, all the time, while much happens. */
@GatewayTest
class ResumeTest {

    private static final Logger LOG = LoggerFactory.getLogger(ResumeTest.class);
    private static final String CITIZEN = "citizen-substantial";
    private static final int TICKETS = 4;

    /** Of ten steps eight are seen by the citizen. */
    private static final int STEPS = 650;

    private static final int RESUMES = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Random random = new Random(2026);
    private final Sinks.Empty<Void> gate = Sinks.empty();

    @Autowired
    private Clients clients;

    @Autowired
    private DeskTickets desk;

    @Autowired
    private UnitOfWork unitOfWork;

    @Autowired
    private DatabaseClient database;

    @Test
    void losesNothingAndDoublesNothingOverTwoHundredResumes() {
        List<TicketId> tickets = IntStream.range(0, TICKETS)
                .mapToObj(number -> Cases.opened(clients, CITIZEN, "resume-" + number))
                .toList();
        var client = new ResumingClient(webClient(), "/api/citizen/v1/events");
        client.stay(1, PATIENCE).block(PATIENCE);
        int before = rows().size();
        Mono.when(happenings(tickets), resumes(client)).block(PATIENCE);
        List<String> happened = rows().subList(before, rows().size());
        List<ServerSentEvent<JsonNode>> seen = caughtUp(client, happened.getLast());
        LOG.info("{} events passed over {} resumes", happened.size(), RESUMES);
        assertThat(happened).hasSizeGreaterThan(2000);
        assertThat(seen.stream().skip(1).map(FeedRows::line)).containsExactlyElementsOf(happened);
        assertThat(seen).extracting(ServerSentEvent::id).doesNotHaveDuplicates();
        assertThat(seen.stream().skip(1).map(ServerSentEvent::event)).containsOnly("message", "status");
    }

    /** Comes with the ids seen so far until the last event is there; sees no more than that. */
    private static List<ServerSentEvent<JsonNode>> caughtUp(ResumingClient client, String last) {
        boolean there = FeedRows.line(client.seen().getLast()).equals(last);
        if (!there) {
            client.events()
                    .takeUntil(event -> FeedRows.line(event).equals(last))
                    .blockLast(PATIENCE);
        }
        return client.seen();
    }

    /** All tickets at once; a writer who came first holds its place in the feed for the first resumes. */
    private Mono<Void> happenings(List<TicketId> tickets) {
        var cases = new Cases(desk);
        Flux<Void> work = Flux.fromIterable(tickets).flatMap(ticket -> cases.work(ticket, STEPS), TICKETS);
        return Mono.when(heldBeforeCommit(cases, tickets.getFirst()), work);
    }

    private Mono<Void> heldBeforeCommit(Cases cases, TicketId ticket) {
        return unitOfWork.commit(
                () -> cases.reply(ticket, "Als Erste geschrieben").then(gate.asMono()));
    }

    private Flux<Void> resumes(ResumingClient client) {
        return Flux.range(0, RESUMES)
                .doOnNext(number -> openGateAt(number, 10))
                .concatMap(_ -> client.stay(1 + random.nextInt(25), Duration.ofMillis(20 + random.nextInt(400))));
    }

    private void openGateAt(int number, int resume) {
        if (number == resume) {
            gate.tryEmitEmpty();
        }
    }

    private List<String> rows() {
        return new FeedRows(database).of(CITIZEN);
    }

    private WebClient webClient() {
        return WebClient.builder()
                .baseUrl(clients.url())
                .filter(ContractCheck.ofAll())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + clients.token(CITIZEN))
                .build();
    }
}
