package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.events.Event;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.people.CitizenId;
import de.stadttor.privacy.Audit;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.ticketing.TicketChange.FieldEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class DeskTicketsTest {

    private static final Caseworker GARDENER = caseworker(TestTickets.QUEUE);
    private static final Caseworker ANIMAL_KEEPER = caseworker("tiere");

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final List<Audit.Subject> looks = new ArrayList<>();
    private final Audit recording = (_, subject) -> Mono.fromRunnable(() -> looks.add(subject));
    private final DeskTickets desk = desk(recording);
    private final CitizenId citizen = new CitizenId(ports.ids().next());
    private final Ticket ticket = TestTickets.stored(ports, citizen).block();
    private final RequestKey key = new RequestKey("desk", "k1", "a".repeat(64));

    @Test
    void recordsALookBeforeItShowsTheCase() {
        assertThat(desk.read(GARDENER, ticket.id()).block().ticket()).isEqualTo(ticket);
        assertThat(looks).containsExactly(Audit.Subject.of("ticket", ticket.id()));
    }

    @Test
    void showsNothingWhenTheLookCannotBeRecorded() {
        desk((_, _) -> Mono.error(() -> new IllegalStateException("no record")))
                .read(GARDENER, ticket.id())
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
    }

    @Test
    void recordsNoLookAtATicketThatIsHidden() {
        desk.read(ANIMAL_KEEPER, ticket.id())
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.TicketUnknown()));
        assertThat(looks).isEmpty();
    }

    @Test
    void answersSoThatTheCitizenLearnsOfIt() {
        var written = desk.reply(GARDENER, ticket.id(), "Wir kommen.", AssuranceLevel.HIGH, null)
                .block()
                .value();
        assertThat(written.ticket().state()).isEqualTo(TicketState.OPEN);
        assertThat(written.message().requiredLevel()).isEqualTo(AssuranceLevel.HIGH);
        assertThat(kindsInFeed()).containsExactly("ticket-opened", "message-added", "state-changed");
    }

    @Test
    void leavesNotesWithoutATraceInTheFeed() {
        desk.note(GARDENER, ticket.id(), "Ruft oft an.", null).block();
        assertThat(kindsInFeed()).containsExactly("ticket-opened");
        assertThat(ports.messages()
                        .conversation(ticket.id(), null, 10)
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void writesARepeatedAnswerOnce() {
        var first = desk.reply(GARDENER, ticket.id(), "Wir kommen.", null, key).block();
        var repeat = desk.reply(GARDENER, ticket.id(), "Wir kommen.", null, key).block();
        assertThat(repeat.repeated()).isTrue();
        assertThat(repeat.value().message()).isEqualTo(first.value().message());
        assertThat(ports.messages().all(ticket.id()).count().block()).isEqualTo(1);
    }

    @Test
    void checksTheRightToATicketAgainForEveryRepeat() {
        desk.reply(GARDENER, ticket.id(), "Wir kommen.", null, key).block();
        desk.reply(ANIMAL_KEEPER, ticket.id(), "Wir kommen.", null, key)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.TicketUnknown()));
    }

    @Test
    void showsAMovedTicketToWhoMovedItOnceAndNotInARepeat() {
        var moved = desk.change(GARDENER, ticket.id(), ticket.version(), to("tiere"), key)
                .block();
        assertThat(moved.value().ticket().queue()).isEqualTo("tiere");
        desk.change(GARDENER, ticket.id(), ticket.version(), to("tiere"), key)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.TicketUnknown()));
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChangedFirst() {
        desk.note(GARDENER, ticket.id(), "Ruft oft an.", null).block();
        desk.change(GARDENER, ticket.id(), ticket.version(), to("tiere"), null)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.StaleVersion(ticket.version() + 1)));
    }

    @Test
    void refusesAQueueThatDoesNotExist() {
        desk.change(GARDENER, ticket.id(), ticket.version(), to("mond"), null)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(Refusal.Invalid.at("/queue", "unknown-queue")));
    }

    @Test
    void leavesTheVersionAloneWhenNothingChanges() {
        var same = desk.change(GARDENER, ticket.id(), ticket.version(), to(TestTickets.QUEUE), null)
                .block();
        assertThat(same.value().ticket()).isEqualTo(ticket);
    }

    private List<String> kindsInFeed() {
        return ports.feeds()
                .read(citizen, 0, null, 10)
                .map(entry -> entry.event())
                .map(Event::kind)
                .collectList()
                .block();
    }

    private static TicketChange to(String queue) {
        return new TicketChange(null, queue, null, null, null, FieldEdits.NONE);
    }

    private static Caseworker caseworker(String queue) {
        return new Caseworker("k.muster", "K. Muster", Set.of(Caseworker.Role.CASEWORKER), Set.of(queue));
    }

    private DeskTickets desk(Audit audit) {
        var queues = new InMemoryQueues(TestQueues.gardening(), TestQueues.animals());
        return new DeskTickets(
                new Access(ports.tickets()),
                ports.tickets(),
                ports.messages(),
                ports.originals(),
                queues,
                new Casebook(
                        ports.tickets(),
                        ports.messages(),
                        queues,
                        new Journal(ports.log(), ports.tickets(), _ -> Set.of()),
                        ports.clock()),
                ports.log(),
                ports.unitOfWork(),
                new OnceOnly(ports.requestKeys()),
                audit,
                ports.ids(),
                ports.clock());
    }
}
