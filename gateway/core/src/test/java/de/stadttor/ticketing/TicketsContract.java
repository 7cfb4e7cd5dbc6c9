package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.events.TestFacts;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.Tickets.Place;
import de.stadttor.ticketing.Tickets.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What all {@link Tickets} promise. Every test works in a queue of its own, since others may share the database. */
public interface TicketsContract {

    Ports ports();

    @Test
    default void findsATicketAsItWasOpened() {
        Ticket ticket = opened(TestTickets.change(fresh())
                .fields(Map.of(
                        "ort", new FieldValue.Text("Größe \"3\" \\ 😀"),
                        "hoehe", new FieldValue.Decimal(new BigDecimal("-4.50")),
                        "dringend", new FieldValue.Flag(true))));
        assertThat(tickets().find(ticket.id()).block()).isEqualTo(ticket);
        assertThat(tickets().requiredLevel(ticket.id()).block()).isEqualTo(AssuranceLevel.BASIC);
    }

    @Test
    default void findsNothingOfATicketThatIsNotThere() {
        var none = new TicketId(ports().ids().next());
        tickets().find(none).as(StepVerifier::create).verifyComplete();
        tickets().requiredLevel(none).as(StepVerifier::create).verifyComplete();
        tickets().participants(none).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void findsATicketByItsNumber() {
        Ticket ticket = opened(TestTickets.change(fresh()));
        assertThat(tickets().find(ticket.number()).block()).isEqualTo(ticket);
        tickets().find(new TicketNumber(2021, 999_999)).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void holdsSeveralByIdAndTellsWhoTakesPartInEach() {
        Ticket one = opened(TestTickets.change(fresh()));
        Ticket other = opened(TestTickets.change(fresh()));
        var none = new TicketId(ports().ids().next());
        var wanted = List.of(other.id(), none, one.id());
        assertThat(ports().unitOfWork()
                        .commit(() -> tickets().holdAll(wanted).collectList())
                        .block())
                .containsExactly(one, other);
        assertThat(tickets().participants(wanted).block())
                .isEqualTo(Map.of(
                        one.id(), participants(one),
                        other.id(), participants(other)));
    }

    @Test
    default void keepsWhatNeedsAttentionAndWhatItIsRelatedTo() {
        Ticket ticket = opened(TestTickets.change(fresh()));
        var other = new TicketId(ports().ids().next());
        Ticket after =
                ticket.meet(other, ticket.updatedAt()).calling(Attention.RULE).after();
        ports().unitOfWork()
                .commit(() -> tickets().hold(ticket.id()).then(tickets().change(after)))
                .block();
        assertThat(tickets().find(ticket.id()).block()).isEqualTo(after);
        assertThat(after.needsAttention()).isTrue();
    }

    private List<CitizenId> participants(Ticket ticket) {
        return tickets().participants(ticket.id()).collectList().block();
    }

    @Test
    default void keepsEverythingThatChanges() {
        Ticket before = opened(TestTickets.change(fresh()));
        Ticket after = TestTickets.change(before)
                .queue("tiere")
                .state(TicketState.CLOSED, Instant.parse("2026-11-05T10:00:00.000001Z"))
                .level(AssuranceLevel.HIGH)
                .updatedAt(Instant.parse("2026-11-05T10:00:00.000001Z"))
                .done();
        ports().unitOfWork()
                .commit(() -> tickets().hold(before.id()).then(tickets().change(after)))
                .block();
        assertThat(tickets().find(before.id()).block()).isEqualTo(after);
    }

    @Test
    default void losesNoneOfManyConcurrentChanges() {
        Ticket ticket = opened(TestTickets.change(fresh()));
        Flux.range(0, 20)
                .flatMap(
                        _ -> ports().unitOfWork()
                                .commit(() -> tickets()
                                        .hold(ticket.id())
                                        .map(held -> held.note(
                                                TestMessages.note(ports().ids().next(), ticket.id()), held.updatedAt()))
                                        .flatMap(step -> tickets().change(step.after()))),
                        20)
                .blockLast();
        assertThat(tickets().find(ticket.id()).block().version()).isEqualTo(ticket.version() + 20);
    }

    @Test
    default void knowsWhoTakesPart() {
        var citizen = TestFacts.citizen(ports());
        Ticket ticket = TestTickets.stored(ports(), citizen).block();
        assertThat(tickets().participates(citizen, ticket.id()).block()).isTrue();
        assertThat(tickets()
                        .participates(TestFacts.citizen(ports()), ticket.id())
                        .block())
                .isFalse();
        tickets()
                .participants(ticket.id())
                .as(StepVerifier::create)
                .expectNext(citizen)
                .verifyComplete();
    }

    @Test
    default void letsOthersJoinAndLeave() {
        var first = TestFacts.citizen(ports());
        var second = TestFacts.citizen(ports());
        TicketId ticket = TestTickets.stored(ports(), first).block().id();
        ports().unitOfWork().commit(() -> tickets().join(second, ticket)).block();
        assertThat(tickets().participants(ticket).collectList().block()).containsExactlyInAnyOrder(first, second);
        ports().unitOfWork().commit(() -> tickets().leave(second, ticket)).block();
        assertThat(tickets().participants(ticket).collectList().block()).containsExactly(first);
    }

    @Test
    default void pagesThroughACitizensTicketsNewestFirst() {
        CitizenId citizen = TestFacts.citizen(ports());
        List<TicketId> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            newestFirst.addFirst(TestTickets.stored(ports(), citizen).block().id());
        }
        assertThat(ids(tickets().ofCitizen(citizen, null, 3))).isEqualTo(newestFirst.subList(0, 3));
        assertThat(ids(tickets().ofCitizen(citizen, newestFirst.get(2), 3))).isEqualTo(newestFirst.subList(3, 5));
        assertThat(ids(tickets().ofCitizen(TestFacts.citizen(ports()), null, 3)))
                .isEmpty();
    }

    @Test
    default void pagesThroughAQueueLatestChangeFirst() {
        String queue = queue();
        Instant same = Instant.parse("2026-11-05T10:00:00Z");
        Ticket one = opened(TestTickets.change(fresh()).queue(queue).updatedAt(same));
        Ticket two = opened(TestTickets.change(fresh()).queue(queue).updatedAt(same));
        Ticket latest = opened(TestTickets.change(fresh()).queue(queue).updatedAt(same.plusNanos(1000)));
        var all = new Query(Set.of(queue), null, null);
        assertThat(ids(tickets().search(all, null, 2))).containsExactly(latest.id(), two.id());
        assertThat(ids(tickets().search(all, Place.of(two), 2))).containsExactly(one.id());
    }

    @Test
    default void searchesTheQueuesAndTheStateThatAreAsked() {
        String queue = queue();
        Ticket open = opened(TestTickets.change(fresh()).queue(queue).state(TicketState.OPEN, null));
        opened(TestTickets.change(fresh()).queue(queue));
        opened(TestTickets.change(fresh()).queue(queue()).state(TicketState.OPEN, null));
        assertThat(ids(tickets().search(new Query(Set.of(queue, "x"), TicketState.OPEN, null), null, 10)))
                .containsExactly(open.id());
        assertThat(ids(tickets().search(new Query(Set.of(), null, null), null, 10)))
                .isEmpty();
        assertThat(ids(tickets().search(new Query(null, TicketState.OPEN, null), null, 1000)))
                .contains(open.id());
    }

    @ParameterizedTest
    @CsvSource({
        "Hauptstraße, Hauptstrasse", "Hauptstrasse, Hauptstraße", "Müller, mueller", "Mueller, MÜLLER",
        "Wespennest, wespe", "Wespennest, Wespennest", "Ärger, ärg", "'Nest, groß', 'groß nest'",
        "'Fürth', 'Fu\u0308rth'", "die Katze, die", "an der Isar, 'der isar'"
    })
    default void findsWordsByTheirBeginningAsGermansWriteThem(String subject, String typed) {
        String queue = queue();
        Ticket ticket = opened(TestTickets.change(fresh()).queue(queue).subject(subject));
        assertThat(found(queue, typed)).containsExactly(ticket.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nest wespe hund", "Hornisse", "espennest", "...", "", "+", "*", "\"\"", "@5", "(", "-"})
    default void findsNothingWhereNotEveryWordOccurs(String typed) {
        String queue = queue();
        opened(TestTickets.change(fresh()).queue(queue).subject("Wespennest"));
        assertThat(found(queue, typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+wespe -nest*",
                "\"wespe\" nest",
                "wespe* nest**",
                "(wespe) <nest",
                "wespe~nest",
                "wespe@nest",
                "~wespe' nest"
            })
    default void takesOperatorsForBlanks(String typed) {
        String queue = queue();
        Ticket ticket = opened(TestTickets.change(fresh()).queue(queue).subject("Wespen im Nest"));
        assertThat(found(queue, typed)).containsExactly(ticket.id());
    }

    @Test
    default void findsWordsOfMessagesContactAndCustomFields() {
        String queue = queue();
        Ticket ticket = opened(
                TestTickets.change(fresh()).queue(queue).fields(Map.of("ort", new FieldValue.Text("Marienplatz"))));
        var message = TestMessages.saying(ports().ids().next(), ticket.id(), "Es summt im Rolladenkasten.");
        ports().unitOfWork().commit(() -> ports().messages().add(message)).block();
        for (String typed : List.of(
                "rolladen",
                "marienplatz",
                "Beispiel",
                "erika summt",
                ticket.number().toString())) {
            assertThat(found(queue, typed)).as(typed).containsExactly(ticket.id());
        }
    }

    @Test
    default void listsTheTicketsOfAFormThatTakeNoLogin() {
        Ticket fresh = opened(TestTickets.change(fresh()));
        Ticket locked = opened(TestTickets.change(fresh()).level(AssuranceLevel.HIGH));
        Ticket closed = opened(TestTickets.change(fresh()).state(TicketState.CLOSED, TestTickets.OPENED_AT));
        assertThat(ofForm("insektennest", TestTickets.OPENED_AT, 0))
                .contains(fresh.id())
                .doesNotContain(locked.id(), closed.id());
        assertThat(ofForm("insektennest", TestTickets.OPENED_AT.plusSeconds(1), 0))
                .doesNotContain(fresh.id());
        assertThat(ofForm("insektennest", TestTickets.OPENED_AT, 1_000_000)).isEmpty();
        assertThat(ofForm("hundesteuer", TestTickets.OPENED_AT, 0)).isEmpty();
    }

    private List<TicketId> ofForm(String form, Instant from, int skip) {
        return ids(tickets()
                .ofForms(new Tickets.OfForms(
                        Set.of(form), from, from.plusSeconds(60), Set.of(TicketState.NEW), skip, 100_000)));
    }

    private Tickets tickets() {
        return ports().tickets();
    }

    private Ticket fresh() {
        return TestTickets.unknownTo(ports()).block();
    }

    private Ticket opened(TestTickets.Like like) {
        return TestTickets.stored(ports(), like.done(), TestFacts.citizen(ports()))
                .block();
    }

    private List<TicketId> found(String queue, String typed) {
        return ids(tickets().search(new Query(Set.of(queue), null, typed), null, 10));
    }

    private static List<TicketId> ids(Flux<Ticket> tickets) {
        return tickets.map(Ticket::id).collectList().block();
    }

    private static String queue() {
        return "queue " + UUID.randomUUID();
    }
}
