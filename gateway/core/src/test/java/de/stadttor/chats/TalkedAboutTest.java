package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.chats.CitizenTalk.Place;
import de.stadttor.events.Event;
import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether mail has to tell of something that happened to a ticket that came with a chat. */
class TalkedAboutTest {

    private final TestOffice office = new TestOffice();
    private final Caseworker karin = office.operator("karin", 2);
    private final ChatDoor.Opened opened = office.opened("Ein Nest.");
    private final Chat chat = opened.chat();
    private final TalkedAbout talked = new TalkedAbout(office.ports.chats(), office.ports.feeds());

    @Test
    void doesNotWhileTheChatGoesOn() {
        assertThat(covered(newest())).isTrue();
        accept();
        answer();
        assertThat(covered(newest())).isTrue();
    }

    @Test
    void doesNotWhenItWasSeenAndTheChatIsOver() {
        accept();
        long position = answer();
        Event answer = newest();
        office.talk.read(Place.of(chat), position, null).block();
        office.desk.close(karin, chat.id()).block();

        assertThat(covered(answer)).isTrue();
    }

    /** The end does not wait for what is being stored: so it was acknowledged, and nobody in the chat saw it. */
    @Test
    void hasToWhenItWasStoredInTheMomentOfTheEnd() {
        accept();
        office.talk.say(Place.of(chat), "m-1", "Noch etwas!", List.of(), 0).block();
        Event late = newest();
        office.desk.close(karin, chat.id()).block();

        assertThat(covered(late)).isFalse();
    }

    @Test
    void hasToWhenNobodyCame() {
        Event first = newest();
        office.talk.close(Place.of(chat)).block();

        assertThat(covered(first)).isFalse();
    }

    @Test
    void hasToWhenItHappenedAfterTheEnd() {
        accept();
        office.desk.close(karin, chat.id()).block();
        office.ports.clock().advance(Duration.ofSeconds(1));
        var later = new Event(
                chat.about().ticket().stream(),
                99,
                "state-changed",
                Map.of(),
                office.ports.clock().instant());

        assertThat(covered(later)).isFalse();
    }

    @Test
    void hasToForTicketsWithoutAChat() {
        var another = new Event(
                new TicketId(office.ports.ids().next()).stream(),
                1,
                "opened",
                Map.of(),
                office.ports.clock().instant());

        assertThat(covered(another)).isFalse();
    }

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

    private Event newest() {
        return office.ports
                .log()
                .read(chat.about().ticket().stream(), 0, 100)
                .last()
                .block();
    }

    private boolean covered(Event event) {
        return talked.cover(event).block();
    }
}
