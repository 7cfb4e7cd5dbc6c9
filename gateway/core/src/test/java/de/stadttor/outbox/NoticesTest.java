package de.stadttor.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.events.Event;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class NoticesTest {

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final Notices notices = new Notices(ports.outbox(), ports.tickets(), _ -> Mono.just(false), ports.ids());
    private final CitizenId citizen = new CitizenId(ports.ids().next());
    private final Recipient itsCitizen = new Recipient.OfCitizen(citizen.toString());
    private final Recipient itsTeam = new Recipient.OfQueue(TestTickets.QUEUE);
    private final Ticket ticket = TestTickets.stored(ports, citizen).block();

    @Test
    void tellTheTeamOfANewTicket() {
        assertThat(toldOf(new TicketEvent.Opened(Channel.FORM, TestTickets.QUEUE)))
                .containsExactly(itsTeam);
    }

    @Test
    void tellTheTeamThatTheCitizenWrote() {
        assertThat(toldOf(message(Direction.FROM_CITIZEN))).containsExactly(itsTeam);
    }

    @Test
    void tellNobodyOfWhatIsTalkedAboutLive() {
        var talking = new Notices(ports.outbox(), ports.tickets(), _ -> Mono.just(true), ports.ids());
        var event = message(Direction.TO_CITIZEN);
        talking.react(new Event(ticket.id().stream(), 2, event.kind(), event.body(), ticket.createdAt()))
                .block();

        assertThat(ports.outbox().newest(1).collectList().block()).isEmpty();
    }

    @Test
    void tellTheTeamThatATicketMovesTo() {
        assertThat(toldOf(new TicketEvent.QueueChanged("gartenbau", "tiere")))
                .containsExactly(new Recipient.OfQueue("tiere"));
    }

    @Test
    void tellTheCitizenThatTheDeskWrote() {
        assertThat(toldOf(message(Direction.TO_CITIZEN))).containsExactly(itsCitizen);
    }

    @Test
    void tellNobodyOfANote() {
        assertThat(toldOf(message(Direction.INTERNAL))).isEmpty();
    }

    @Test
    void tellTheCitizenOfAStateThatIsShown() {
        assertThat(toldOf(new TicketEvent.StateChanged(TicketState.OPEN, TicketState.CLOSED)))
                .containsExactly(itsCitizen);
    }

    static List<TicketEvent> whatOnlyTheDeskKnows() {
        return List.of(
                new TicketEvent.PriorityChanged(Priority.LOW, Priority.HIGH),
                new TicketEvent.Assigned("k.muster"),
                new TicketEvent.LevelRaised(AssuranceLevel.HIGH),
                new TicketEvent.FieldsChanged(),
                new TicketEvent.LinkRevoked());
    }

    @ParameterizedTest
    @MethodSource("whatOnlyTheDeskKnows")
    void tellNobodyOfTheRest(TicketEvent event) {
        assertThat(toldOf(event)).isEmpty();
        assertThat(notices.wants(event.kind())).isFalse();
    }

    @Test
    void tellTheGuestOfAClaimAndTheTeamOfItsEnd() {
        var guest = new CitizenId(ports.ids().next());
        assertThat(toldOf(new TicketEvent.CaseClaimed(citizen, guest)))
                .containsExactly(new Recipient.OfCitizen(guest.toString()));
        assertThat(ports.outbox().newest(1).blockFirst().kind()).isEqualTo(OutboxItem.Kind.CLAIM);
        assertThat(toldOf(new TicketEvent.ClaimEnded(TicketEvent.ClaimEnded.Cause.OBJECTION)))
                .contains(itsTeam);
    }

    @Test
    void areTheSameWhenTheReactionIsRepeated() {
        assertThat(toldOf(message(Direction.TO_CITIZEN))).hasSize(1);
        assertThat(toldOf(message(Direction.TO_CITIZEN))).hasSize(1);
    }

    @Test
    void holdReferencesOnly() {
        toldOf(message(Direction.TO_CITIZEN));
        assertThat(ports.outbox().newest(10).blockFirst().toString())
                .doesNotContain(ticket.subject())
                .doesNotContain(ticket.contact().name());
    }

    private List<Recipient> toldOf(TicketEvent event) {
        var happened = new Event(
                ticket.id().stream(),
                7,
                event.kind(),
                event.body(),
                ports.clock().instant());
        notices.react(happened).as(StepVerifier::create).verifyComplete();
        return ports.outbox()
                .newest(10)
                .map(OutboxItem::recipient)
                .collectList()
                .block();
    }

    private static TicketEvent message(Direction direction) {
        return new TicketEvent.MessageAdded(MessageId.of("019a4000-0000-7000-8000-0000000000aa"), direction, null);
    }
}
