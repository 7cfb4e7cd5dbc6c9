package de.stadttor.ticketing;

import static de.stadttor.ticketing.TestQueues.REOPEN_WITHIN;
import static de.stadttor.ticketing.TestTickets.OPENED_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.TicketChange.FieldEdits;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TicketTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final UUID ID = UUID.fromString("019a4000-0000-7000-8000-0000000000aa");
    private static final TicketId TICKET = TestTickets.fresh().id();
    private static final Message QUESTION = TestMessages.fromCitizen(ID, TICKET);
    private static final Message ANSWER = TestMessages.toCitizen(ID, TICKET);
    private static final Map<String, FieldValue> PLACE = Map.of("ort", new FieldValue.Text("Hof"));

    @Test
    void staysNewWhenTheCitizenWritesBeforeAnybodyLooked() {
        var step = TestTickets.fresh().hearFromCitizen(QUESTION, REOPEN_WITHIN, NOW);
        assertThat(step.after().state()).isEqualTo(TicketState.NEW);
        assertThat(step.events()).containsExactly(TicketEvent.MessageAdded.of(QUESTION));
    }

    @Test
    void isOpenAgainWhenTheCitizenAnswersAQuestion() {
        var step = TestTickets.pending().hearFromCitizen(QUESTION, REOPEN_WITHIN, NOW);
        assertThat(step.after().state()).isEqualTo(TicketState.OPEN);
        assertThat(step.events())
                .containsExactly(
                        TicketEvent.MessageAdded.of(QUESTION),
                        new TicketEvent.StateChanged(TicketState.PENDING, TicketState.OPEN));
    }

    @Test
    void isReopenedByTheCitizenUpToTheLastInstantOfTheWindow() {
        var step = TestTickets.closedAt(NOW.minus(REOPEN_WITHIN)).hearFromCitizen(QUESTION, REOPEN_WITHIN, NOW);
        assertThat(step.after().state()).isEqualTo(TicketState.OPEN);
        assertThat(step.after().closedAt()).isNull();
    }

    @Test
    void refusesTheCitizensMessageOneInstantAfterTheWindow() {
        Ticket closed = TestTickets.closedAt(NOW.minus(REOPEN_WITHIN).minusNanos(1));
        assertRefused(
                () -> closed.hearFromCitizen(QUESTION, REOPEN_WITHIN, NOW),
                new Refusal.StateConflict("closed", "write"));
    }

    @Test
    void isOpenFromTheFirstAnswerOn() {
        var step = TestTickets.fresh().answer(ANSWER, NOW);
        assertThat(step.after().state()).isEqualTo(TicketState.OPEN);
        assertThat(step.events())
                .containsExactly(
                        TicketEvent.MessageAdded.of(ANSWER),
                        new TicketEvent.StateChanged(TicketState.NEW, TicketState.OPEN));
    }

    @Test
    void staysClosedWhenTheDeskAnswersAfterwards() {
        var step = TestTickets.closedAt(OPENED_AT).answer(ANSWER, NOW);
        assertThat(step.after().state()).isEqualTo(TicketState.CLOSED);
        assertThat(step.after().closedAt()).isEqualTo(OPENED_AT);
    }

    @Test
    void keepsItsStateWhenANoteIsLeft() {
        var note = TestMessages.note(ID, TICKET);
        var step = TestTickets.fresh().note(note, NOW);
        assertThat(step.after().state()).isEqualTo(TicketState.NEW);
        assertThat(step.events()).noneMatch(TicketEvent::shownToCitizens);
    }

    @Test
    void countsEveryMessageAsAVersion() {
        Ticket before = TestTickets.open();
        Ticket after = before.note(TestMessages.note(ID, TICKET), NOW).after();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.updatedAt()).isEqualTo(NOW);
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
    }

    @Test
    void tellsEverythingThatAChangeDoes() {
        var change = new TicketChange(
                TicketState.PENDING,
                null,
                Priority.URGENT,
                new TicketChange.Assignment("k.muster"),
                AssuranceLevel.HIGH,
                new FieldEdits(PLACE, Set.of()));
        var step = TestTickets.open().change(change, TestQueues.gardening(), NOW);
        assertThat(step.events())
                .containsExactlyInAnyOrder(
                        new TicketEvent.StateChanged(TicketState.OPEN, TicketState.PENDING),
                        new TicketEvent.PriorityChanged(Priority.NORMAL, Priority.URGENT),
                        new TicketEvent.Assigned("k.muster"),
                        new TicketEvent.LevelRaised(AssuranceLevel.HIGH),
                        new TicketEvent.FieldsChanged());
        assertThat(step.after().customFields()).isEqualTo(PLACE);
    }

    @Test
    void tellsNothingWhenNothingChanges() {
        var same =
                new TicketChange(TicketState.OPEN, null, Priority.NORMAL, null, AssuranceLevel.BASIC, FieldEdits.NONE);
        assertThat(TestTickets.open().change(same, TestQueues.gardening(), NOW).events())
                .isEmpty();
    }

    @Test
    void canBeGivenBackByItsCaseworker() {
        Ticket taken = changed(TestTickets.open(), assign("k.muster")).after();
        var step = changed(taken, assign(null));
        assertThat(step.after().assignee()).isNull();
        assertThat(step.events()).containsExactly(new TicketEvent.Assigned(null));
    }

    @Test
    void neverLowersItsLevel() {
        Ticket high = TestTickets.demanding(AssuranceLevel.HIGH);
        var lower = new TicketChange(null, null, null, null, AssuranceLevel.SUBSTANTIAL, FieldEdits.NONE);
        assertRefused(() -> changed(high, lower), Refusal.Invalid.at("/requiredLevel", "level-never-falls"));
    }

    @Test
    void refusesAStepThatItsStateDoesNotAllow() {
        assertRefused(() -> changed(TestTickets.open(), to(TicketState.NEW)), new Refusal.StateConflict("open", "new"));
    }

    @Test
    void isClosedOnlyWithItsRequiredFields() {
        assertRefused(
                () -> changed(TestTickets.open(), to(TicketState.CLOSED)),
                Refusal.Invalid.at("/customFields/ort", "required"));
    }

    @Test
    void isClosedWithTheFieldThatComesInTheSameChange() {
        var step = changed(TestTickets.open(), closeWith(new FieldEdits(PLACE, Set.of())));
        assertThat(step.after().state()).isEqualTo(TicketState.CLOSED);
        assertThat(step.after().closedAt()).isEqualTo(NOW);
    }

    @Test
    void isNotClosedWhenTheSameChangeEmptiesARequiredField() {
        Ticket filled = TestTickets.change(TestTickets.open()).fields(PLACE).done();
        assertRefused(
                () -> changed(filled, closeWith(new FieldEdits(Map.of(), Set.of("ort")))),
                Refusal.Invalid.at("/customFields/ort", "required"));
    }

    @Test
    void namesEveryFieldThatDoesNotFit() {
        var edits = new FieldEdits(
                Map.of("hoehe", new FieldValue.Text("hoch"), "farbe", new FieldValue.Text("rot")), Set.of());
        assertThatThrownBy(() -> changed(TestTickets.open(), closeWith(edits)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOfSatisfying(
                                        Refusal.Invalid.class,
                                        invalid -> assertThat(invalid.faults())
                                                .extracting(Refusal.Fault::pointer, Refusal.Fault::code)
                                                .containsExactlyInAnyOrder(
                                                        tuple("/customFields/hoehe", "number"),
                                                        tuple("/customFields/farbe", "unknown-field"),
                                                        tuple("/customFields/ort", "required"))));
    }

    @Test
    void leavesFieldsBehindThatTheNextQueueDoesNotKnow() {
        Ticket filled = TestTickets.change(TestTickets.open())
                .fields(Map.of("ort", new FieldValue.Text("Hof"), "art", new FieldValue.Text("Wespen")))
                .done();
        var move = new TicketChange(null, "tiere", null, null, null, FieldEdits.NONE);
        var step = filled.change(move, TestQueues.animals(), NOW);
        assertThat(step.after().queue()).isEqualTo("tiere");
        assertThat(step.after().customFields()).containsOnlyKeys("art");
        assertThat(step.events())
                .containsExactly(
                        new TicketEvent.QueueChanged(TestTickets.QUEUE, "tiere"), new TicketEvent.FieldsChanged());
    }

    private static Ticket.Step changed(Ticket ticket, TicketChange change) {
        return ticket.change(change, TestQueues.gardening(), NOW);
    }

    private static TicketChange to(TicketState state) {
        return new TicketChange(state, null, null, null, null, FieldEdits.NONE);
    }

    private static TicketChange closeWith(FieldEdits edits) {
        return new TicketChange(TicketState.CLOSED, null, null, null, null, edits);
    }

    private static TicketChange assign(String reference) {
        return new TicketChange(null, null, null, new TicketChange.Assignment(reference), null, FieldEdits.NONE);
    }

    private static void assertRefused(ThrowingCallable step, Refusal refusal) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
