package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.outbox.OutboxItem;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.people.TestCitizens;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.ticketing.Channel;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ChatDoorTest {

    private final TestOffice office = new TestOffice();

    @Test
    void makesATicketOfTheFirstMessage() {
        office.operator("k", 1);
        ChatDoor.Opened opened = office.opened("Ein Nest.\nAm Balkon.");

        var ticket = office.ports.tickets().find(opened.number()).block();
        assertThat(ticket.subject()).isEqualTo("Ein Nest.");
        assertThat(ticket.origin().channel()).isEqualTo(Channel.CHAT);
        assertThat(office.ports.messages().all(ticket.id()).single().block().text())
                .isEqualTo("Ein Nest.\nAm Balkon.");
        assertThat(opened.chat().stage()).isInstanceOf(Stage.Waiting.class);
        assertThat(opened.position()).isEqualTo(1);
        assertThat(opened.access()).isNotNull();
    }

    @Test
    void isOverAtOnceWhereNobodyIsThereAndLeavesAnOrdinaryTicket() {
        ChatDoor.Opened opened = office.opened("Ein Nest.");

        assertThat(opened.available().state()).isEqualTo(Availability.State.NOBODY);
        assertThat(opened.chat().stage())
                .isInstanceOfSatisfying(
                        Stage.Over.class, over -> assertThat(over.ending()).isEqualTo(Ending.UNATTENDED));
        assertThat(office.ports
                        .outbox()
                        .newest(9)
                        .map(OutboxItem::kind)
                        .collectList()
                        .block())
                .containsExactly(OutboxItem.Kind.ACKNOWLEDGEMENT);
    }

    @Test
    void letsNoMoreWaitThanMayWait() {
        office.operator("k", 1);
        office.opened("eins");
        office.opened("zwei");

        assertThat(office.opened("drei").available().state()).isEqualTo(Availability.State.FULL);
    }

    @Test
    void leadsTheSameOpeningToTheSameChat() {
        office.operator("k", 1);
        Opening opening = TestOffice.opening("Ein Nest.");
        ChatDoor.Opened first = office.door.open(opening).block();
        ChatDoor.Opened second = office.door.open(opening).block();

        assertThat(second.chat().id()).isEqualTo(first.chat().id());
        assertThat(second.access()).isEqualTo(first.access());
        assertThat(second.position()).isEqualTo(first.position());
        assertThat(second.secret()).isNotEqualTo(first.secret());
        assertThat(office.now(first.chat()).passage().isOpenedBy(first.secret()))
                .isFalse();
        assertThat(office.now(first.chat()).passage().isOpenedBy(second.secret()))
                .isTrue();
    }

    @Test
    void opensNothingAgainOnceSomebodyHasComeBack() {
        Opening opening = TestOffice.opening("Ein Nest.");
        ChatDoor.Opened first = office.door.open(opening).block();
        office.returns
                .resume(first.chat().id(), first.secret(), null, _ -> Mono.empty())
                .block();

        StepVerifier.create(office.door.open(opening)).verifyErrorSatisfies(TestRefusals.is(new Refusal.KeyReused()));
    }

    @Test
    void opensNothingAgainAfterTenMinutes() {
        Opening opening = TestOffice.opening("Ein Nest.");
        office.door.open(opening).block();
        office.ports.clock().advance(Duration.ofMinutes(11));

        StepVerifier.create(office.door.open(opening)).verifyErrorSatisfies(TestRefusals.is(new Refusal.KeyReused()));
    }

    @Test
    void takesAProofForOneChatOnly() {
        Opening first = TestOffice.opening("Ein Nest.");
        office.door.open(first).block();
        Opening second =
                new Opening("another", TestOffice.QUEUE, "de", null, null, null, "Noch eins.", first.proof(), null);

        StepVerifier.create(office.door.open(second))
                .verifyErrorSatisfies(TestRefusals.is(Refusal.Invalid.at("/proof", "proof-reused")));
        assertThat(office.ports.chats().changedSince(Instant.EPOCH).count().block())
                .isEqualTo(1);
    }

    @Test
    void knowsNoQueueWithoutChat() {
        Opening elsewhere = new Opening("x", "wald", "de", null, null, null, "Ein Nest.", "p", null);

        StepVerifier.create(office.door.open(elsewhere)).verifyErrorSatisfies(TestRefusals.is(new Refusal.NotFound()));
    }

    @Test
    void givesACitizenWhoIsLoggedInTheirOwnTicket() {
        var citizen = TestCitizens.loggedIn(new CitizenId(office.ports.ids().next()), AssuranceLevel.SUBSTANTIAL);
        Opening opening = new Opening("x", TestOffice.QUEUE, "de", null, null, null, "Ein Nest.", null, citizen);
        ChatDoor.Opened opened = office.door.open(opening).block();

        assertThat(opened.access()).isNull();
        assertThat(opened.chat().about().citizen()).isEqualTo(citizen.id());
        assertThat(opened.chat().about().known()).isTrue();
    }
}
