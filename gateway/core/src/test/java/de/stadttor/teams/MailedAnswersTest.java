package de.stadttor.teams;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.teams.Instruction.Afterwards;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.InMemoryQueues;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.TestQueues;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class MailedAnswersTest {

    private static final String ADDRESS = "e.garten@stadt.example";
    private static final Colleague ERIKA =
            new Colleague("e.garten", "Erika Garten", ADDRESS, Set.of(TestTickets.QUEUE));

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final MailedAnswers answers = answers();
    private Ticket ticket = TestTickets.open();

    @BeforeEach
    void open() {
        open(AssuranceLevel.BASIC);
    }

    @Test
    void publishesWhatAColleagueAnswers() {
        take(new Instruction.Reply("Wir kommen morgen.", Afterwards.NOTHING));

        assertThat(written()).satisfies(message -> {
            assertThat(message.text()).isEqualTo("Wir kommen morgen.");
            assertThat(message.direction()).isEqualTo(Direction.TO_CITIZEN);
            assertThat(message.channel()).isEqualTo(Channel.EMAIL);
            assertThat(message.author()).isEqualTo("e.garten");
        });
        assertThat(told()).isEmpty();
    }

    @Test
    void publishesARepeatedMailOnce() {
        var answer = answer(new Instruction.Reply("Wir kommen morgen.", Afterwards.NOTHING));
        answers.take(ERIKA, answer).then(answers.take(ERIKA, answer)).block();

        assertThat(ports.messages().all(ticket.id()).count().block()).isEqualTo(1);
    }

    @Test
    void closesAndMovesATicketAsWished() {
        take(new Instruction.Reply("Erledigt.", new Afterwards(true, "tiere")));

        assertThat(ports.tickets().find(ticket.id()).block()).satisfies(after -> {
            assertThat(after.state()).isEqualTo(TicketState.CLOSED);
            assertThat(after.queue()).isEqualTo("tiere");
        });
        assertThat(written().direction()).isEqualTo(Direction.TO_CITIZEN);
    }

    @Test
    void keepsANoteAmongColleagues() {
        take(new Instruction.Note("Ruft oft an.", Afterwards.NOTHING));

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(told()).isEmpty();
    }

    @Test
    void publishesNothingThatIsUnclearAndTellsTheColleague() {
        take(new Instruction.Unclear("Was ist neu?"));

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(told()).containsExactly(Kind.REPLY_NOTED);
    }

    @Test
    void publishesNothingAndChangesNothingWhenTheQueueIsUnknown() {
        take(new Instruction.Reply("Erledigt.", new Afterwards(true, "mond")));

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(ports.tickets().find(ticket.id()).block().state()).isNotEqualTo(TicketState.CLOSED);
        assertThat(told()).containsExactly(Kind.REPLY_NOTED);
    }

    @Test
    void publishesNothingAboveTheLevelThatMailMayCarry() {
        open(AssuranceLevel.SUBSTANTIAL);
        take(new Instruction.Reply("Ihr Bescheid ist da.", Afterwards.NOTHING));

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(told()).containsExactly(Kind.REPLY_NOTED);
    }

    @Test
    void neverPublishesAnAbsenceNoteAndAnswersNone() {
        take(new Instruction.Automatic("Ich bin im Urlaub."));

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(told()).isEmpty();
    }

    @Test
    void refusesAColleagueOfAnotherTeam() {
        var stranger = new Colleague("m", "Max", "m@stadt.example", Set.of("steuern"));
        answers.take(stranger, answer(new Instruction.Reply("Hallo", Afterwards.NOTHING)))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.TicketUnknown()));

        assertThat(ports.messages().all(ticket.id()).count().block()).isZero();
    }

    @Test
    void keepsWhatAStrangerWroteAndTellsThemOnce() {
        var answer = answer(new Instruction.Unclear("Ich bin der Nachbar."));
        answers.refuse(answer, false).then(answers.refuse(answer, false)).block();

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(written().author()).isEqualTo(ADDRESS);
        assertThat(told()).containsExactly(Kind.REPLY_REFUSED);
    }

    @Test
    void tellsNoMachineThatItWasRefused() {
        answers.refuse(answer(new Instruction.Automatic("Ich bin im Urlaub.")), true)
                .block();

        assertThat(written().direction()).isEqualTo(Direction.INTERNAL);
        assertThat(told()).isEmpty();
    }

    private void open(AssuranceLevel level) {
        ticket = TestTickets.unknownTo(ports)
                .map(fresh -> TestTickets.change(fresh).level(level).done())
                .flatMap(fresh -> TestTickets.stored(
                        ports, fresh, new CitizenId(ports.ids().next())))
                .block();
    }

    private void take(Instruction instruction) {
        answers.take(ERIKA, answer(instruction)).block();
    }

    private MailedAnswer answer(Instruction instruction) {
        return new MailedAnswer(
                ticket.id(),
                ADDRESS,
                instruction,
                List.of(),
                new Original(null, null, Original.Sender.UNCHECKED),
                new RequestKey("mailbox team", "1/1", "fingerprint"),
                null);
    }

    private Message written() {
        return ports.messages().all(ticket.id()).single().block();
    }

    private List<Kind> told() {
        return ports.outbox()
                .newest(10)
                .filter(item -> item.recipient().equals(new Recipient.OfAddress(ADDRESS)))
                .map(OutboxItem::kind)
                .collectList()
                .block();
    }

    private MailedAnswers answers() {
        var queues = new InMemoryQueues(TestQueues.gardening(), TestQueues.animals());
        var journal = new Journal(ports.log(), ports.tickets(), _ -> Set.of());
        return new MailedAnswers(
                new Access(ports.tickets()),
                ports.tickets(),
                new Casebook(ports.tickets(), ports.messages(), queues, journal, ports.clock()),
                ports.originals(),
                ports.outbox(),
                ports.unitOfWork(),
                new OnceOnly(ports.requestKeys()),
                _ -> AssuranceLevel.BASIC,
                ports.ids(),
                ports.clock());
    }
}
