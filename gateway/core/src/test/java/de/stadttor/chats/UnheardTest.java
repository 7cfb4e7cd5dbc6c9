package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.chats.CitizenTalk.Place;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.people.Caseworker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was said to somebody who was not there any more. */
class UnheardTest {

    private final TestOffice office = new TestOffice();
    private final Caseworker karin = office.operator("karin", 2);
    private final ChatDoor.Opened opened = office.opened("Ein Nest.");
    private final Chat chat = opened.chat();
    private final Recipient team = new Recipient.OfQueue(TestOffice.QUEUE);
    private final Recipient citizen =
            new Recipient.OfCitizen(chat.about().citizen().toString());

    @Test
    void isToldToACitizenWhoHasGone() {
        accept();
        answer();
        office.desk.close(karin, chat.id()).block();

        assertThat(noticed()).containsExactly(citizen);
    }

    @Test
    void isNotToldToACitizenWhoHasSeenIt() {
        accept();
        office.talk.read(Place.of(chat), answer(), null).block();
        office.desk.close(karin, chat.id()).block();

        assertThat(noticed()).isEmpty();
    }

    @Test
    void isToldToTheTeamOfAnOperatorWhoHasGone() {
        accept();
        office.talk.say(Place.of(chat), "m-1", "Hallo?", List.of(), 0).block();
        office.talk.close(Place.of(chat)).block();

        assertThat(noticed()).containsExactly(team);
    }

    @Test
    void isToldToTheTeamWhenTheCitizenWaitsNoLonger() {
        office.talk.close(Place.of(chat)).block();

        assertThat(noticed()).containsExactly(team);
    }

    @Test
    void isToldToTheTeamWhenNobodyCameBackForIt() {
        accept();
        office.seats.moveTo(karin, chat.id(), TestOffice.QUEUE).block();
        office.talk.close(Place.of(chat)).block();

        assertThat(noticed()).containsExactly(team);
    }

    @Test
    void isToldOnce() {
        office.talk
                .close(Place.of(chat))
                .then(office.talk.close(Place.of(chat)))
                .block();

        assertThat(noticed()).hasSize(1);
    }

    /** The operator takes the chat and sees what was said. */
    private void accept() {
        office.seats.accept(karin, chat.id()).block();
        office.desk.read(karin, chat.id(), opened.position()).block();
    }

    private long answer() {
        return office.desk
                .say(karin, chat.id(), "d-1", "Wir kommen.", 0)
                .block()
                .position();
    }

    private List<Recipient> noticed() {
        return office.ports
                .outbox()
                .newest(9)
                .filter(item -> item.kind() == OutboxItem.Kind.NOTICE)
                .map(OutboxItem::recipient)
                .collectList()
                .block();
    }
}
