package de.stadttor.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.stadttor.InMemoryPorts;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.Circumstances.Traces;
import de.stadttor.outbox.RecordedReturns;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.Attention;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Origin;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.TestQueues;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketState;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Where a message goes that belongs to something. */
class ThreadingTest {

    private static final UUID DELIVERY = new UUID(7, 7);

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final RecordedReturns returns = new RecordedReturns();
    private final Intake intake = TestIntake.open(ports, TestIntake.links(ports), returns);
    private final CitizenId citizen = new CitizenId(ports.ids().next());
    private int messages;

    @Test
    void addsAParticipantsMessageToTheTicket() {
        Ticket ticket = stored(TicketState.PENDING, null);
        Receipt receipt = accept(by(citizen, ticket));
        assertThat(receipt.ticket()).isEqualTo(ticket.id());
        assertThat(receipt.number()).isEqualTo(ticket.number());
        assertThat(receipt.access()).isNull();
        assertThat(all(ticket))
                .extracting(Message::direction, Message::author, Message::channel)
                .containsExactly(tuple(Direction.FROM_CITIZEN, citizen.toString(), Channel.EMAIL));
        assertThat(now(ticket).state()).isEqualTo(TicketState.OPEN);
        assertThat(kinds(ticket)).containsExactly("ticket-opened", "message-added", "state-changed");
        assertThat(ports.feeds().head(citizen).block()).isEqualTo(3);
        assertThat(acknowledgements()).isZero();
    }

    @Test
    void goesOnWhereAMergedTicketDoes() {
        Ticket merged = stored(TicketState.CLOSED, TestTickets.OPENED_AT);
        Ticket target =
                TestTickets.stored(ports, new CitizenId(ports.ids().next())).block();
        ports.unitOfWork()
                .commit(() -> ports.merges().put(merged.id(), target.id()))
                .block();
        Receipt receipt = accept(by(citizen, merged));
        assertThat(receipt.ticket()).isEqualTo(target.id());
        assertThat(all(target)).extracting(Message::author).containsExactly(citizen.toString());
        assertThat(all(merged)).isEmpty();
        assertThat(now(merged).state()).isEqualTo(TicketState.CLOSED);
    }

    @Test
    void goesNowhereNewByARightThatOneDoesNotHave() {
        Ticket merged = stored(TicketState.CLOSED, TestTickets.OPENED_AT);
        Ticket target =
                TestTickets.stored(ports, new CitizenId(ports.ids().next())).block();
        ports.unitOfWork()
                .commit(() -> ports.merges().put(merged.id(), target.id()))
                .block();
        accept(by(new CitizenId(ports.ids().next()), merged));
        assertThat(all(target)).isEmpty();
    }

    @Test
    void addsManyMessagesToOneTicketAtOnce() {
        Ticket ticket = stored(TicketState.NEW, null);
        Flux.range(0, 30)
                .flatMap(_ -> intake.accept(message(by(citizen, ticket))), 30)
                .blockLast();
        assertThat(all(ticket)).hasSize(30);
        assertThat(now(ticket).version()).isEqualTo(ticket.version() + 30);
        assertThat(ports.feeds().head(citizen).block()).isEqualTo(31);
    }

    @Test
    void givesARepeatedReplyTheFirstReceipt() {
        Ticket ticket = stored(TicketState.OPEN, null);
        InboundMessage reply = message(by(citizen, ticket));
        Receipt first = intake.accept(reply).block();
        Receipt again = intake.accept(reply).block();
        assertThat(again.ticket()).isEqualTo(first.ticket());
        assertThat(again.repeated()).isTrue();
        assertThat(all(ticket)).hasSize(1);
    }

    @Test
    void opensAgainWhatWasClosedLately() {
        Ticket ticket = closedFor(TestQueues.REOPEN_WITHIN);
        assertThat(accept(by(citizen, ticket)).ticket()).isEqualTo(ticket.id());
        assertThat(now(ticket).state()).isEqualTo(TicketState.OPEN);
    }

    @Test
    void beginsALinkedTicketForTheSamePersonAfterThat() {
        Ticket ticket = closedFor(TestQueues.REOPEN_WITHIN.plusSeconds(1));
        Receipt receipt = accept(by(citizen, ticket));
        assertThat(receipt.ticket()).isNotEqualTo(ticket.id());
        assertThat(now(receipt.ticket()).possiblyRelated()).isEqualTo(ticket.id());
        assertThat(ports.tickets().participants(receipt.ticket()).single().block())
                .isEqualTo(citizen);
        assertThat(now(ticket).state()).isEqualTo(TicketState.CLOSED);
    }

    @Test
    void beginsAStrangersTicketForWhoTakesPartNoLonger() {
        Ticket ticket = stored(TicketState.OPEN, null);
        Receipt receipt = accept(by(new CitizenId(ports.ids().next()), ticket));
        assertThat(receipt.ticket()).isNotEqualTo(ticket.id());
        assertThat(now(receipt.ticket()).possiblyRelated()).isEqualTo(ticket.id());
        assertThat(all(ticket)).isEmpty();
    }

    @Test
    void beginsATicketWhereTheOneThatIsMeantIsGone() {
        var gone = new TicketId(ports.ids().next());
        Receipt receipt = accept(with(new Continuation.ByParticipant(gone, citizen)));
        assertThat(now(receipt.ticket()).possiblyRelated()).isNull();
        assertThat(all(receipt.ticket())).hasSize(1);
    }

    @Test
    void neitherOpensNorAcknowledgesForAProgram() {
        Ticket closed = closedFor(Duration.ofDays(1));
        accept(automatic(new Continuation.ByParticipant(closed.id(), citizen)));
        assertThat(now(closed).state()).isEqualTo(TicketState.CLOSED);
        assertThat(all(closed)).hasSize(1);
        accept(automatic(null));
        assertThat(acknowledgements()).isZero();
    }

    @Test
    void addsAProgramsMessageEvenToWhatWasClosedLongAgo() {
        Ticket closed = closedFor(Duration.ofDays(300));
        assertThat(accept(automatic(new Continuation.ByParticipant(closed.id(), citizen)))
                        .ticket())
                .isEqualTo(closed.id());
    }

    @Test
    void tellsCaseworkersAloneThatSomethingDidNotArrive() {
        Ticket ticket = stored(TicketState.PENDING, null);
        accept(automatic(new Continuation.ByReport(ticket.id(), new Continuation.Failure(DELIVERY, "5.1.1", true))));
        assertThat(returns.returned).containsExactly(DELIVERY + " 5.1.1");
        assertThat(all(ticket)).extracting(Message::direction).containsExactly(Direction.INTERNAL);
        assertThat(now(ticket).needsAttention()).isTrue();
        assertThat(now(ticket).state()).isEqualTo(TicketState.PENDING);
        assertThat(kinds(ticket)).containsExactly("ticket-opened", "message-added", "attention-called");
        assertThat(ports.feeds().head(citizen).block()).isEqualTo(1);
    }

    /** The call would be mailed to the team whose mailbox is full, and come back. */
    @Test
    void callsNobodyWhenMailToTheTeamComesBack() {
        Ticket ticket = stored(TicketState.PENDING, null);
        var failure = new Continuation.Failure(DELIVERY, "5.2.2", false);
        accept(automatic(new Continuation.ByReport(ticket.id(), failure)));
        assertThat(returns.returned).containsExactly(DELIVERY + " 5.2.2");
        assertThat(now(ticket).needsAttention()).isFalse();
        assertThat(kinds(ticket)).containsExactly("ticket-opened", "message-added");
    }

    @Test
    void keepsWhatNeedsAttentionVisible() {
        Receipt receipt = accept(
                new Circumstances(null, false, Attention.UNREADABLE, Priority.HIGH, null, null, Traces.NONE, null));
        assertThat(now(receipt.ticket()).needsAttention()).isTrue();
        assertThat(now(receipt.ticket()).priority()).isEqualTo(Priority.HIGH);
        assertThat(kinds(now(receipt.ticket()))).containsExactly("ticket-opened", "attention-called");
    }

    @Test
    void keepsTheDateOfWhatIsImportedAndTellsNobody() {
        Instant date = ports.clock().instant().minus(Duration.ofDays(900));
        Receipt receipt = accept(new Circumstances(null, false, null, Priority.NORMAL, date, null, Traces.NONE, null));
        assertThat(receipt.receivedAt()).isEqualTo(date);
        assertThat(now(receipt.ticket()).createdAt()).isEqualTo(date);
        assertThat(all(receipt.ticket()).getFirst().createdAt()).isEqualTo(date);
        assertThat(acknowledgements()).isZero();
        var opened = ports.log().read(receipt.ticket().stream(), 0, 1).single().block();
        assertThat(opened.body()).containsEntry("imported", "true");
    }

    @Test
    void takesACopyForTheSameMessageAndNotesIt() {
        Receipt first = accept(traced(key("likeness"), null));
        Receipt copy = accept(traced(key("likeness"), null));
        assertThat(copy.ticket()).isEqualTo(first.ticket());
        assertThat(copy.repeated()).isTrue();
        assertThat(kinds(now(first.ticket()))).containsExactly("ticket-opened", "copy-received");
    }

    @Test
    void notesACopyOnceHoweverOftenItIsOffered() {
        Receipt first = accept(traced(key("likeness"), null));
        InboundMessage copy = message(traced(key("likeness"), null));
        intake.accept(copy).block();
        intake.accept(copy).block();
        assertThat(kinds(now(first.ticket()))).containsExactly("ticket-opened", "copy-received");
    }

    @Test
    void takesTheSameContentForANewMessageAfterAWeek() {
        Receipt first = accept(traced(key("likeness"), null));
        ports.clock().advance(Duration.ofDays(7).plusSeconds(1));
        Receipt second = accept(traced(key("likeness"), null));
        assertThat(second.ticket()).isNotEqualTo(first.ticket());
        assertThat(accept(traced(key("likeness"), null)).ticket()).isEqualTo(second.ticket());
    }

    @Test
    void introducesTwoTicketsOfTheSameMessage() {
        Receipt first = accept(traced(null, key("twin")));
        Receipt second = accept(traced(null, key("twin")));
        assertThat(second.ticket()).isNotEqualTo(first.ticket());
        assertThat(now(second.ticket()).possiblyRelated()).isEqualTo(first.ticket());
        assertThat(now(first.ticket()).possiblyRelated()).isEqualTo(second.ticket());
    }

    @Test
    void introducesTwoThatComeTogether() {
        List<TicketId> tickets = Flux.range(0, 2)
                .flatMap(_ -> intake.accept(message(traced(null, key("twin")))), 2)
                .map(Receipt::ticket)
                .collectList()
                .block();
        assertThat(now(tickets.getFirst()).possiblyRelated()).isEqualTo(tickets.getLast());
        assertThat(now(tickets.getLast()).possiblyRelated()).isEqualTo(tickets.getFirst());
    }

    @Test
    void keepsTheOriginalWithItsMessage() {
        var original = new Original(
                new Original.Raw.Inline(ByteBuffer.wrap(new byte[] {1, 2})),
                "id@example.org",
                Original.Sender.UNCHECKED);
        Receipt receipt =
                accept(new Circumstances(null, false, null, Priority.NORMAL, null, null, Traces.NONE, original));
        assertThat(ports.originals().find(all(receipt.ticket()).getFirst().id()).block())
                .isEqualTo(original);
    }

    private static Circumstances by(CitizenId citizen, Ticket ticket) {
        return with(new Continuation.ByParticipant(ticket.id(), citizen));
    }

    private static Circumstances with(Continuation continues) {
        return new Circumstances(continues, false, null, Priority.NORMAL, null, null, Traces.NONE, null);
    }

    private static Circumstances automatic(@Nullable Continuation continues) {
        return new Circumstances(continues, true, null, Priority.NORMAL, null, null, Traces.NONE, null);
    }

    private static Circumstances traced(@Nullable RequestKey likeness, @Nullable RequestKey twin) {
        return new Circumstances(null, false, null, Priority.NORMAL, null, null, new Traces(likeness, twin), null);
    }

    private static RequestKey key(String key) {
        return new RequestKey("mail", key, "a".repeat(64));
    }

    private Receipt accept(Circumstances circumstances) {
        return intake.accept(message(circumstances)).block();
    }

    private InboundMessage message(Circumstances circumstances) {
        return new InboundMessage(
                List.of(new RequestKey("mail", "uid " + messages++, "a".repeat(64))),
                "mail",
                new InboundMessage.Sender.Anonymous(),
                null,
                "Erika Beispiel",
                "erika@example.org",
                TestTickets.QUEUE,
                "Wespennest",
                "Es sind mehr geworden.",
                List.of(),
                AssuranceLevel.BASIC,
                new Origin(Channel.EMAIL, null, "de", AssuranceLevel.BASIC, null),
                circumstances);
    }

    private Ticket stored(TicketState state, @Nullable Instant closedAt) {
        return TestTickets.unknownTo(ports)
                .map(fresh -> TestTickets.change(fresh).state(state, closedAt).done())
                .flatMap(ticket -> TestTickets.stored(ports, ticket, citizen))
                .block();
    }

    private Ticket closedFor(Duration time) {
        return stored(TicketState.CLOSED, ports.clock().instant().minus(time));
    }

    private Ticket now(Ticket ticket) {
        return now(ticket.id());
    }

    private Ticket now(TicketId ticket) {
        return ports.tickets().find(ticket).block();
    }

    private List<Message> all(Ticket ticket) {
        return all(ticket.id());
    }

    private List<Message> all(TicketId ticket) {
        return ports.messages().all(ticket).collectList().block();
    }

    private List<String> kinds(Ticket ticket) {
        return ports.log()
                .read(ticket.id().stream(), 0, 100)
                .map(event -> event.kind())
                .collectList()
                .block();
    }

    private long acknowledgements() {
        return ports.outbox().newest(100).count().block();
    }
}
