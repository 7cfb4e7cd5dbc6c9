package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.people.TestCitizens;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.refusal.TestRefusals;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ChatReturnTest {

    private final TestOffice office = new TestOffice();
    private final ChatDoor.Opened opened = opened();

    private ChatDoor.Opened opened() {
        office.operator("k", 1);
        return office.opened("Ein Nest.");
    }

    @Test
    void handsOutAnotherSecretEachTime() {
        ChatReturn.Returned first = resume(opened.secret());
        ChatReturn.Returned second = resume(first.secret());

        assertThat(second.secret()).isNotEqualTo(first.secret()).isNotEqualTo(opened.secret());
        assertThat(second.head()).isEqualTo(opened.position());
    }

    @Test
    void takesTheFormerSecretWhileTheNewOneMayHaveBeenLost() {
        ChatReturn.Returned lost = resume(opened.secret());
        ChatReturn.Returned again = resume(opened.secret());

        refused(lost.secret());
        assertThat(resume(again.secret())).isNotNull();
    }

    @Test
    void takesNoSecretThatWasUsedOnceItsSuccessorHasArrived() {
        ChatReturn.Returned back = resume(opened.secret());
        office.returns
                .keep(opened.chat().id(), back.chat().passage().connection())
                .block();

        refused(opened.secret());
        assertThat(resume(back.secret())).isNotNull();
    }

    @Test
    void takesNoSecretWhoseSuccessorWasUsed() {
        ChatReturn.Returned first = resume(opened.secret());
        resume(first.secret());

        refused(opened.secret());
    }

    @Test
    void letsNoConnectionThatIsOverDecideAboutSecrets() {
        resume(opened.secret());
        office.returns
                .keep(opened.chat().id(), opened.chat().passage().connection())
                .block();

        assertThat(resume(opened.secret())).isNotNull();
    }

    @Test
    void tellsThatTheCitizenIsThere() {
        office.ports.clock().advance(Duration.ofMinutes(6));
        resume(opened.secret());

        assertThat(office.ports.chats().seenAt(opened.chat().id()).block())
                .isEqualTo(office.ports.clock().instant());
    }

    @Test
    void takesNoSecretOfAnotherChat() {
        refused(office.opened("Noch eins.").secret());
    }

    @Test
    void isPossibleForHalfAnHourAfterTheEnd() {
        office.talk.close(CitizenTalk.Place.of(opened.chat())).block();
        office.ports.clock().advance(Duration.ofMinutes(29));
        ChatReturn.Returned back = resume(opened.secret());
        office.ports.clock().advance(Duration.ofMinutes(1));

        refused(back.secret());
    }

    @Test
    void asksForTheLoginThatAChatWasOpenedWith() {
        var citizen = TestCitizens.loggedIn(new CitizenId(office.ports.ids().next()), AssuranceLevel.LOW);
        var stranger = TestCitizens.loggedIn(new CitizenId(office.ports.ids().next()), AssuranceLevel.HIGH);
        var theirs = office.door
                .open(new Opening("x", TestOffice.QUEUE, "de", null, null, null, "Ein Nest.", null, citizen))
                .block();

        StepVerifier.create(office.returns.resume(theirs.chat().id(), theirs.secret(), null, _ -> Mono.empty()))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.AccessExpired()));
        StepVerifier.create(office.returns.resume(theirs.chat().id(), theirs.secret(), stranger, _ -> Mono.empty()))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.AccessExpired()));
        assertThat(office.returns
                        .resume(theirs.chat().id(), theirs.secret(), citizen, _ -> Mono.empty())
                        .block())
                .isNotNull();
    }

    @Test
    void leavesAChatAsItIsToWhomItIsNotWelcome() {
        StepVerifier.create(office.returns.resume(
                        opened.chat().id(),
                        opened.secret(),
                        null,
                        _ -> Mono.error(() -> new Refused(new Refusal.NotAllowed()))))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.NotAllowed()));

        assertThat(office.now(opened.chat())).isEqualTo(opened.chat());
    }

    private ChatReturn.Returned resume(ChatSecret secret) {
        return office.returns
                .resume(opened.chat().id(), secret, null, _ -> Mono.empty())
                .block();
    }

    private void refused(ChatSecret secret) {
        StepVerifier.create(office.returns.resume(opened.chat().id(), secret, null, _ -> Mono.empty()))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.NotFound()));
    }
}
