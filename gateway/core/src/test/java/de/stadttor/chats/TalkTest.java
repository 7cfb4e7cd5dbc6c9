package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.chats.CitizenTalk.Place;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A citizen and an operator talk. */
class TalkTest {

    private final TestOffice office = new TestOffice();
    private final Caseworker karin = office.operator("karin", 2);
    private final Chat chat = chat();
    private final Place place = Place.of(chat);

    private Chat chat() {
        Chat waiting = office.opened("Ein Nest.").chat();
        office.seats.accept(karin, waiting.id()).block();
        return office.now(waiting);
    }

    @Test
    void givesEveryMessageAPlaceInOneOrder() {
        Said question = say("m-1", "Kommen Sie?");
        Said answer = office.desk.say(karin, chat.id(), "d-1", "Ja.", 0).block();
        Said thanks = say("m-2", "Danke.");

        assertThat(question.position()).isLessThan(answer.position());
        assertThat(answer.position()).isLessThan(thanks.position());
        assertThat(texts(0)).containsExactly("Ein Nest.", "Kommen Sie?", "Ja.", "Danke.");
        assertThat(texts(question.position())).containsExactly("Ja.", "Danke.");
        assertThat(conversation()).extracting(Message::channel).containsOnly(Channel.CHAT);
        assertThat(conversation())
                .extracting(Message::direction)
                .containsExactly(
                        Direction.FROM_CITIZEN, Direction.FROM_CITIZEN, Direction.TO_CITIZEN, Direction.FROM_CITIZEN);
    }

    @Test
    void storesARepeatedMessageOnce() {
        Said first = say("m-1", "Ja");
        office.ports.clock().advance(Duration.ofSeconds(9));
        Said again = say("m-1", "Ja");
        Said answer = office.desk.say(karin, chat.id(), "d-1", "Gut", 0).block();

        assertThat(again).isEqualTo(first);
        assertThat(office.desk.say(karin, chat.id(), "d-1", "Gut", 99).block()).isEqualTo(answer);
        assertThat(texts(0)).containsExactly("Ein Nest.", "Ja", "Gut");
    }

    @Test
    void takesTwoEqualTextsForTwoMessages() {
        assertThat(say("m-1", "Ja").position()).isNotEqualTo(say("m-2", "Ja").position());
    }

    @Test
    void refusesTheSameNameForSomethingElse() {
        say("m-1", "Ja");

        StepVerifier.create(office.talk.say(place, "m-1", "Nein", List.of(), 0))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.KeyReused()));
    }

    @Test
    void letsOnlyTheNewestConnectionWrite() {
        var opened = office.opened("Noch eins.");
        office.returns
                .resume(opened.chat().id(), opened.secret(), null, _ -> Mono.empty())
                .block();

        StepVerifier.create(office.talk.say(Place.of(opened.chat()), "m-1", "Ja", List.of(), 0))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.NotAllowed()));
    }

    @Test
    void letsNobodyWriteWhenItIsOver() {
        office.talk.close(place).block();

        StepVerifier.create(office.talk.say(place, "m-1", "Ja", List.of(), 0))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.StateConflict("over", "go-on")));
        StepVerifier.create(office.desk.say(karin, chat.id(), "d-1", "Ja", 0))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.NotFound()));
    }

    @Test
    void letsNoColleagueInto() {
        Caseworker other = office.operator("otto", 2);

        StepVerifier.create(office.desk.say(other, chat.id(), "d-1", "Ja", 0))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.NotFound()));
        StepVerifier.create(office.desk.close(other, chat.id()))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.NotFound()));
    }

    @Test
    void remembersTheHighestPositionThatWasSeen() {
        long question = say("m-1", "Kommen Sie?").position();
        long last = office.desk.say(karin, chat.id(), "d-1", "Ja.", 0).block().position();
        office.talk
                .read(place, last, null)
                .then(office.talk.read(place, question, null))
                .block();
        office.desk.read(karin, chat.id(), question).block();

        assertThat(office.now(chat).seen()).isEqualTo(new Chat.Seen(last, question));
    }

    @Test
    void takesNobodyToHaveSeenMoreThanThereIs() {
        long last = say("m-1", "Kommen Sie?").position();
        office.talk.read(place, 999_999, null).block();
        office.desk.read(karin, chat.id(), 999_999).block();

        assertThat(office.now(chat).seen()).isEqualTo(new Chat.Seen(last, last));
    }

    @Test
    void takesWhatTheCitizenHasSeenForEvidenceOfItsDelivery() {
        say("m-1", "Kommen Sie?");
        long first = answer("d-1", "Ja.");
        long second = answer("d-2", "Morgen.");
        office.talk.read(place, first, null).block();
        assertThat(office.delivered.values()).containsExactly(AssuranceLevel.BASIC);
        office.talk.read(place, second, null).block();

        assertThat(office.delivered).hasSize(2);
    }

    @Test
    void wakesNoOtherOperatorForWhatIsRead() {
        long last = say("m-1", "Kommen Sie?").position();
        StepVerifier.create(office.wakes.ofOperator("otto").mergeWith(office.wakes.ofOperator("karin")))
                .then(() -> office.talk.read(place, last, null).block())
                .expectNext(new ChatWakes.Topic.OneOperator("karin"))
                .thenCancel()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void isRatedOnceAndOnlyWhenItIsOver() {
        StepVerifier.create(office.talk.rate(place, 5, null))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.StateConflict("open", "rate")));
        office.talk.close(place).then(office.talk.rate(place, 4, "Freundlich.")).block();

        assertThat(office.now(chat).stars()).isEqualTo(4);
        assertThat(office.ports.messages().all(chat.about().ticket()).last().block())
                .satisfies(note -> {
                    assertThat(note.text()).isEqualTo("Freundlich.");
                    assertThat(note.direction()).isEqualTo(Direction.INTERNAL);
                });
        StepVerifier.create(office.talk.rate(place, 5, null))
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.StateConflict("over", "rate")));
    }

    private long answer(String clientId, String text) {
        return office.desk.say(karin, chat.id(), clientId, text, 0).block().position();
    }

    private Said say(String clientId, String text) {
        return office.talk.say(place, clientId, text, List.of(), 0).block();
    }

    private List<String> texts(long after) {
        return office.talk
                .rest(chat, after, AssuranceLevel.BASIC)
                .map(line -> line.message().text())
                .collectList()
                .block();
    }

    private List<Message> conversation() {
        return office.ports
                .messages()
                .conversation(chat.about().ticket(), null, 100)
                .collectList()
                .block();
    }
}
