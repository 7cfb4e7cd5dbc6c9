package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.chats.CitizenTalk.Place;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.people.Caseworker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens when nobody does anything. */
class ChatRoundsTest {

    private final TestOffice office = new TestOffice();
    private final Caseworker karin = office.operator("karin", 2);
    private final Chat chat = office.opened("Ein Nest.").chat();

    @Test
    void endAChatWhoseCitizenIsGone() {
        pass(Duration.ofMinutes(4), false);
        assertThat(office.now(chat).isOver()).isFalse();
        pass(Duration.ofMinutes(2), false);

        assertThat(office.now(chat).stage())
                .isEqualTo(new Stage.Over(office.ports.clock().instant(), Ending.ABANDONED));
    }

    @Test
    void endAChatInWhichNobodyWrites() {
        office.seats.accept(karin, chat.id()).block();
        pass(Duration.ofMinutes(14), true);
        office.talk
                .say(Place.of(office.now(chat)), "m-1", "Hallo?", List.of(), 0)
                .block();
        pass(Duration.ofMinutes(14), true);
        assertThat(office.now(chat).isOver()).isFalse();
        pass(Duration.ofMinutes(2), true);

        assertThat(ending()).isEqualTo(Ending.IDLE);
    }

    @Test
    void tellWhoHasWaitedForTooLongThatNobodyComesAndTheTeamThatSomebodyCame() {
        pass(Duration.ofMinutes(21), true);

        assertThat(ending()).isEqualTo(Ending.UNATTENDED);
        assertThat(office.ports
                        .outbox()
                        .newest(9)
                        .filter(item -> item.kind() == OutboxItem.Kind.NOTICE)
                        .single()
                        .block())
                .extracting(OutboxItem::recipient)
                .isEqualTo(new OutboxItem.Recipient.OfQueue(TestOffice.QUEUE));
    }

    @Test
    void letTheChatsOfAVanishedOperatorWaitAgain() {
        office.seats.accept(karin, chat.id()).block();
        office.ports.clock().advance(Duration.ofSeconds(70));
        office.ports
                .chats()
                .seen(List.of(chat.id()), office.ports.clock().instant())
                .block();
        office.rounds.round().block();

        assertThat(office.now(chat).stage()).isInstanceOf(Stage.Waiting.class);
    }

    /** @param citizenHere whether the citizen stays connected */
    private void pass(Duration time, boolean citizenHere) {
        office.ports.clock().advance(time);
        office.ports
                .operators()
                .seen(List.of("karin"), office.ports.clock().instant())
                .block();
        if (citizenHere) {
            office.ports
                    .chats()
                    .seen(List.of(chat.id()), office.ports.clock().instant())
                    .block();
        }
        office.rounds.round().block();
    }

    private Ending ending() {
        return office.now(chat).stage() instanceof Stage.Over over ? over.ending() : null;
    }
}
