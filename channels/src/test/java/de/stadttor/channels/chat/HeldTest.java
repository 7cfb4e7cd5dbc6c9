package de.stadttor.channels.chat;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.chat.ToCitizen.Closed;
import de.stadttor.chats.Chat;
import de.stadttor.chats.ChatId;
import de.stadttor.chats.Ending;
import de.stadttor.chats.Passage;
import de.stadttor.chats.Stage;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class HeldTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final CitizenId erika = new CitizenId(UUID.randomUUID());

    @Test
    void showsWhatTheNewestLoginMaySee() {
        var held = new Held(chat(new Stage.Running(NOW, "karin")), 0, citizen(AssuranceLevel.HIGH));
        StepVerifier.create(held.levels())
                .expectNext(AssuranceLevel.HIGH)
                .then(() -> held.renew(citizen(AssuranceLevel.HIGH)))
                .then(() -> held.renew(citizen(AssuranceLevel.BASIC)))
                .expectNext(AssuranceLevel.BASIC)
                .thenCancel()
                .verify();
        assertThat(held.level()).isEqualTo(AssuranceLevel.BASIC);
    }

    @Test
    void showsAStrangerWhatNeedsNoLogin() {
        var held = new Held(chat(new Stage.Running(NOW, "karin")), 0, null);
        StepVerifier.create(held.levels())
                .expectNext(AssuranceLevel.BASIC)
                .thenCancel()
                .verify();
    }

    @Test
    void whoComesBackToAChatThatIsOverStaysForHalfAnHourAfterItsEnd() {
        StepVerifier.withVirtualTime(() ->
                        Farewell.to(chat(new Stage.Over(NOW.minus(Duration.ofMinutes(10)), Ending.OFFICE)), NOW))
                .expectSubscription()
                .expectNoEvent(Duration.ofMinutes(19))
                .thenAwait(Duration.ofMinutes(1))
                .expectNext(new Closed(Ending.OFFICE.code()))
                .verifyComplete();
    }

    @Test
    void whoIsInAChatIsNotSentAway() {
        StepVerifier.create(Farewell.to(chat(new Stage.Running(NOW, "karin")), NOW))
                .verifyComplete();
    }

    private Citizen citizen(AssuranceLevel level) {
        return new Citizen(erika, level, null, null, NOW.plusSeconds(600));
    }

    private Chat chat(Stage stage) {
        var about = new Chat.About(new TicketId(UUID.randomUUID()), erika, false, "de", 1, NOW);
        return new Chat(
                new ChatId(UUID.randomUUID()),
                about,
                "buergerbuero",
                stage,
                new Passage("hash", null, 1, false),
                new Chat.Seen(0, 0),
                null,
                false,
                1);
    }
}
