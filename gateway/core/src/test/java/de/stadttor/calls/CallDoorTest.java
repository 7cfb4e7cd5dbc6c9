package de.stadttor.calls;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.events.Event;
import de.stadttor.intake.TestIntake;
import de.stadttor.outbox.RecordedReturns;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.seals.Seal;
import de.stadttor.sharing.SharedWork;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.InMemoryQueues;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.MergedTickets;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.TestQueues;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketState;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class CallDoorTest {

    private static final String QUEUE = TestQueues.gardening().key();
    private static final Caseworker KARIN =
            new Caseworker("caseworker", "Karin", Set.of(Caseworker.Role.CASEWORKER), Set.of("*"));
    private static final Consent AGREED = TestCalls.agreed();

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final CallDoor door = door();

    @Test
    void makesATicketOfACallThatSomebodyTook() {
        CallId call = TestCalls.fresh();
        tell(call, TestCalls.ringing(), TestCalls.answered(10));
        assertThat(ticket(call)).isNull();
        tell(call, TestCalls.ended(60));
        assertThat(messages(call)).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("opening");
            assertThat(message.direction()).isEqualTo(Direction.INTERNAL);
        });
        assertThat(kinds(call)).containsExactly("call-ringing", "call-answered", "call-ended", "call-ticketed");
        assertThat(ports.outbox().newest(10).collectList().block()).isEmpty();
    }

    @Test
    void makesOneTicketInEveryOrderOfReports() {
        var random = new Random(7);
        for (int round = 0; round < 100; round++) {
            CallId call = TestCalls.fresh();
            List<CallReport> reports = new ArrayList<>();
            TestCalls.eventful().forEach(event -> reports.add(TestCalls.happened(call, event)));
            reports.add(TestCalls.said(call, 1, null, AGREED));
            reports.add(TestCalls.said(call, 2, null, AGREED));
            reports.add(TestCalls.said(call, 3, 3, AGREED));
            reports.addAll(List.copyOf(reports));
            Collections.shuffle(reports, random);
            Flux.fromIterable(reports).flatMap(door::tell, 8).blockLast();
            assertThat(messages(call)).extracting(Message::text).containsOnlyOnce("opening", "transcript 1 2 3");
        }
    }

    @Test
    void keepsNothingOfWhatWasSaidWithoutConsent() {
        CallId call = TestCalls.fresh();
        var refused = new Consent(false, TestCalls.NINE, true, "key");
        for (Consent consent : new Consent[] {null, refused}) {
            door.tell(TestCalls.said(call, 1, null, consent))
                    .as(StepVerifier::create)
                    .verifyErrorSatisfies(TestRefusals.is(new Refusal.ConsentMissing()));
        }
        assertThat(ports.calls().words(call).collectList().block()).isEmpty();
    }

    @Test
    void forgetsWhatWasSaidWhenConsentIsWithdrawn() {
        CallId call = TestCalls.fresh();
        door.tell(TestCalls.said(call, 1, null, AGREED)).block();
        var withdrawn = new Consent(false, TestCalls.NINE.plusSeconds(30), true, "aloud");
        door.tell(new CallReport.Happened(call, TestCalls.answered(10), withdrawn, null))
                .block();
        assertThat(ports.calls().words(call).collectList().block()).isEmpty();
        door.tell(TestCalls.said(call, 2, null, AGREED))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.ConsentMissing()));
    }

    @Test
    void writesWithoutTheMissingPiecesWhenNothingMoreComes() {
        CallId call = TestCalls.fresh();
        tell(call, TestCalls.ringing(), TestCalls.answered(10), TestCalls.ended(60));
        door.tell(TestCalls.said(call, 1, null, AGREED)).block();
        door.tell(TestCalls.said(call, 3, 3, AGREED)).block();
        door.sweep().block();
        assertThat(messages(call)).hasSize(1);
        ports.clock().advance(Duration.ofMinutes(11));
        door.sweep().block();
        assertThat(messages(call)).extracting(Message::text).containsExactly("opening", "transcript 1 3");
        door.tell(TestCalls.said(call, 2, null, AGREED)).block();
        assertThat(messages(call)).extracting(Message::text).containsExactly("opening", "transcript 1 3", "later 2");
    }

    @Test
    void takesTheHighestRevisionWhicheverComesFirst() {
        CallId call = TestCalls.fresh();
        door.tell(new CallReport.Said(call, TestCalls.piece(1, 1, "besser"), null, AGREED, null))
                .block();
        assertThat(door.tell(new CallReport.Said(call, TestCalls.piece(1, 0, "erst"), null, AGREED, null))
                        .block()
                        .repeated())
                .isTrue();
        assertThat(ports.calls().words(call).single().block().turns().getFirst().text())
                .isEqualTo("besser");
        door.tell(new CallReport.Said(call, TestCalls.piece(1, 1, "anders"), null, AGREED, null))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.KeyReused()));
    }

    @Test
    void tellsARepeatFromANewEvent() {
        CallId call = TestCalls.fresh();
        assertThat(door.tell(TestCalls.happened(call, TestCalls.ringing()))
                        .block()
                        .repeated())
                .isFalse();
        assertThat(door.tell(TestCalls.happened(call, TestCalls.ringing()))
                        .block()
                        .repeated())
                .isTrue();
        assertThat(kinds(call)).containsExactly("call-ringing");
    }

    @Test
    void makesACallBackOfAMissedCallUntilItTurnsOutThatSomebodyTookIt() {
        CallId call = TestCalls.fresh();
        tell(call, TestCalls.ringing(), TestCalls.ended(20));
        assertThat(found(call).callBack())
                .isEqualTo(
                        new Call.CallBack(QUEUE, TestCalls.NINE.plusSeconds(20).plus(Duration.ofDays(1))));
        assertThat(messages(call)).extracting(Message::text).containsExactly("call back");
        tell(call, TestCalls.answered(5));
        assertThat(found(call).callBack()).isNull();
        assertThat(messages(call)).extracting(Message::text).containsExactly("call back", "opening");
    }

    @Test
    void waitsForTheWordsWhenARuleNeedsThem() {
        var when = new CallRule.When(null, Set.of(), false, null, null, Set.of("stück 2"), false);
        ports.callRulebook()
                .put(new CallRules(
                        List.of(new CallRule("Wort", true, when, new CallRule.Then(QUEUE, null))),
                        CallRules.usual(QUEUE).missed(),
                        1))
                .block();
        CallId call = TestCalls.fresh();
        tell(call, TestCalls.ringing(), TestCalls.answered(10), TestCalls.ended(60));
        door.tell(TestCalls.said(call, 1, null, AGREED)).block();
        assertThat(ticket(call)).isNull();
        door.tell(TestCalls.said(call, 2, 2, AGREED)).block();
        assertThat(messages(call)).extracting(Message::text).containsExactly("opening", "transcript 1 2");
    }

    @Test
    void provesACallerByTheCodeOfTheirTicketAndByNothingElse() {
        CallId first = TestCalls.fresh();
        tell(first, TestCalls.ringing(), TestCalls.answered(10), TestCalls.ended(60));
        TicketId ticket = Objects.requireNonNull(ticket(first));
        var issued = callers().issue(KARIN, ticket).block();
        CallId second = TestCalls.fresh();
        tell(second, TestCalls.ringing());
        callers()
                .verify(second, "00000000")
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(Refusal.Invalid.at("/code", "wrong-code")));
        assertThat(callers().verify(second, issued.code()).block()).isEqualTo(ticket);
        assertThat(callers().verify(second, issued.code()).block()).isEqualTo(ticket);
        assertThat(found(second)).extracting(Call::ticket, Call::verified).containsExactly(ticket, true);
        CallId third = TestCalls.fresh();
        tell(third, TestCalls.ringing());
        callers()
                .verify(third, issued.code())
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(Refusal.Invalid.at("/code", "wrong-code")));
        assertThat(messages(first)).hasSize(2);
    }

    @Test
    void letsNobodyGuessACodeInACallThatNobodyToldOf() {
        CallId invented = TestCalls.fresh();
        callers()
                .verify(invented, "12345678")
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.NotFound()));
        assertThat(found(invented)).isNull();
    }

    @Test
    void letsTheTicketOfACallGoOnInTheOneOfWhoeverCalled() {
        CallId first = TestCalls.fresh();
        tell(first, TestCalls.ringing(), TestCalls.answered(10), TestCalls.ended(60));
        TicketId ticket = Objects.requireNonNull(ticket(first));
        CallId second = TestCalls.fresh();
        tell(second, TestCalls.ringing(), TestCalls.answered(10), TestCalls.ended(60));
        TicketId own = Objects.requireNonNull(ticket(second));
        var issued = callers().issue(KARIN, ticket).block();
        assertThat(callers().verify(second, issued.code()).block()).isEqualTo(ticket);
        assertThat(ticket(second)).isEqualTo(ticket);
        assertThat(ports.tickets().find(own).block().state()).isEqualTo(TicketState.CLOSED);
        assertThat(messages(first)).extracting(Message::text).containsExactly("opening", "moved");
        door.tell(TestCalls.said(second, 1, 1, AGREED)).block();
        assertThat(messages(first)).extracting(Message::text).containsExactly("opening", "moved", "transcript 1");
    }

    @Test
    void leavesACallWhereSomebodyProvedItBelongs() {
        CallId first = TestCalls.fresh();
        tell(first, TestCalls.ringing(), TestCalls.answered(10), TestCalls.ended(60));
        CallId second = TestCalls.fresh();
        tell(second, TestCalls.ringing(), TestCalls.answered(10), TestCalls.ended(60));
        CallId third = TestCalls.fresh();
        tell(third, TestCalls.ringing());
        callers()
                .verify(third, callers().issue(KARIN, ticket(first)).block().code())
                .block();
        callers()
                .verify(third, callers().issue(KARIN, ticket(second)).block().code())
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.CallConflict()));
    }

    @Test
    void hearsWhoeverLeftWordsWithoutANumber() {
        CallId call = TestCalls.fresh();
        door.tell(TestCalls.happened(call, TestCalls.suppressed())).block();
        tell(call, TestCalls.ended(20));
        assertThat(ticket(call)).isNull();
        door.tell(TestCalls.said(call, 1, 1, AGREED)).block();
        assertThat(messages(call)).extracting(Message::text).containsExactly("opening", "transcript 1");
    }

    @Test
    void givesNoConsentBackByAReportThatIsSentAgain() {
        CallId call = TestCalls.fresh();
        var first = new CallReport.Happened(call, TestCalls.ringing(), agreedNow(), null);
        door.tell(first).block();
        ports.clock().advance(Duration.ofSeconds(5));
        var withdrawn = Consent.heard(false, null, "aloud", ports.clock().instant());
        door.tell(new CallReport.Happened(call, TestCalls.answered(10), withdrawn, null))
                .block();
        ports.clock().advance(Duration.ofSeconds(5));
        var again = new CallReport.Happened(call, TestCalls.ringing(), agreedNow(), null);
        assertThat(door.tell(again).block().repeated()).isTrue();
        door.tell(TestCalls.said(call, 1, null, agreedNow()))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.ConsentMissing()));
    }

    /** As somebody tells it who says no time. */
    private Consent agreedNow() {
        return Consent.heard(true, null, "announcement", ports.clock().instant());
    }

    @Test
    void doesNotTakeACallForSilentThatHasSpokenSince() {
        CallId call = TestCalls.fresh();
        tell(call, TestCalls.ringing(), TestCalls.answered(10), TestCalls.ended(60));
        door.tell(TestCalls.said(call, 1, null, AGREED)).block();
        door.tell(new CallReport.Silence(call)).block();
        assertThat(messages(call)).extracting(Message::text).containsExactly("opening");
    }

    @Test
    void letsACallGuessACodeFiveTimes() {
        CallId call = TestCalls.fresh();
        tell(call, TestCalls.ringing());
        for (int i = 0; i < 5; i++) {
            callers().verify(call, "1234567" + i).as(StepVerifier::create).verifyError();
        }
        callers()
                .verify(call, "12345679")
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.TooMany(Duration.ofHours(1))));
    }

    private void tell(CallId call, CallEvent... events) {
        for (CallEvent event : events) {
            door.tell(TestCalls.happened(call, event)).block();
        }
    }

    private Call found(CallId call) {
        return ports.calls().find(call).block();
    }

    private TicketId ticket(CallId call) {
        return found(call).ticket();
    }

    private List<Message> messages(CallId call) {
        return ports.messages().all(ticket(call)).collectList().block();
    }

    private List<String> kinds(CallId call) {
        return ports.log()
                .read(call.stream(), 0, 100)
                .map(Event::kind)
                .collectList()
                .block();
    }

    private VerifiedCallers callers() {
        return new VerifiedCallers(
                attachment(),
                ports.callCodes(),
                new Access(ports.tickets()),
                ports.unitOfWork(),
                Seal.derive(new byte[32], "codes"),
                new SecureRandom(),
                ports.clock());
    }

    private Attachment attachment() {
        var journal = new Journal(ports.log(), ports.tickets(), _ -> Set.of());
        var merged = new MergedTickets(ports.tickets(), ports.merges(), journal, ports.unitOfWork(), ports.clock());
        return new Attachment(ports.calls(), callMessages(), merged, ports.log(), settings(), ports.clock());
    }

    private CallDoor door() {
        var intake = TestIntake.open(ports, TestIntake.links(ports), new RecordedReturns());
        var consequences = new CallConsequences(
                ports.calls(), intake, callMessages(), ports.log(), new PlainWording(), settings());
        var open = new CallDoor(
                ports.calls(),
                ports.callRulebook(),
                consequences,
                ports.unitOfWork(),
                settings(),
                ports.clock(),
                _ -> false,
                new SharedWork.Bounds(2, 8, 100));
        open.open().subscribe();
        return open;
    }

    private CallMessages callMessages() {
        var journal = new Journal(ports.log(), ports.tickets(), _ -> Set.of());
        var casebook = new Casebook(
                ports.tickets(), ports.messages(), new InMemoryQueues(TestQueues.gardening()), journal, ports.clock());
        return new CallMessages(
                ports.calls(),
                ports.tickets(),
                ports.merges(),
                casebook,
                new PlainWording(),
                ports.ids(),
                ports.clock());
    }

    private static CallSettings settings() {
        return new CallSettings(QUEUE, Duration.ofMinutes(10), Duration.ofDays(180));
    }
}
