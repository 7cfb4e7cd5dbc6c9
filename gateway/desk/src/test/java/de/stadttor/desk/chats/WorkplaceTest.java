package de.stadttor.desk.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.chats.Chat;
import de.stadttor.chats.ChatId;
import de.stadttor.chats.Operator;
import de.stadttor.chats.OperatorView.Desk;
import de.stadttor.chats.Passage;
import de.stadttor.chats.Stage;
import de.stadttor.desk.chats.Workplace.News;
import de.stadttor.people.Caseworker;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.callers.SocketCallers.DeskCaller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an operator's window is told of the difference between two looks. */
class WorkplaceTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String KARIN = "karin";

    private final Workplace workplace = new Workplace(
            new DeskCaller(new Caseworker(KARIN, "Karin", Set.of(), Set.of("*")), NOON.plusSeconds(600)), Map.of());
    private final Stage running = new Stage.Running(NOON, KARIN);
    private final Stage offered = new Stage.Waiting(NOON, new Stage.Offer(KARIN, NOON.plusSeconds(30)), Set.of());

    @Test
    void isTheOfferTheTalkAndItsEnd() {
        assertThat(news(offered)).hasAtLeastOneElementOfType(News.Offered.class);
        assertThat(news(running)).hasOnlyElementsOfType(News.Assigned.class);
        assertThat(news(running)).isEmpty();
        assertThat(workplace.compare(desk(List.of()))).hasOnlyElementsOfType(News.Gone.class);
    }

    @Test
    void isThatAnOfferIsWithdrawn() {
        news(offered);

        assertThat(workplace.compare(desk(List.of()))).hasOnlyElementsOfType(News.Withdrawn.class);
    }

    /** Declined, where nobody else is free. */
    @Test
    void isThatAnOfferIsWithdrawnBeforeItIsMadeAgain() {
        news(offered);
        Stage again = new Stage.Waiting(NOON, new Stage.Offer(KARIN, NOON.plusSeconds(31)), Set.of());

        assertThat(news(again)).hasExactlyElementsOfTypes(News.Withdrawn.class, News.Offered.class);
    }

    /** Passed on to a queue of their own, where they are the one who is free: that goes faster than a look. */
    @Test
    void isThatAChatIsGoneBeforeItIsOfferedAgain() {
        news(running);

        assertThat(news(offered)).singleElement().isInstanceOf(News.Returned.class);
        assertThat(news(running)).hasOnlyElementsOfType(News.Assigned.class);
    }

    private List<News> news(Stage stage) {
        return workplace.compare(desk(List.of(chat(stage))));
    }

    private static Desk desk(List<Chat> chats) {
        return new Desk(new Operator(KARIN, "Karin", Set.of("*"), true, 3, NOON, NOON), chats);
    }

    private static Chat chat(Stage stage) {
        var about = new Chat.About(new TicketId(new UUID(0, 1)), new CitizenId(new UUID(0, 2)), false, "de", 1, NOON);
        return new Chat(
                new ChatId(new UUID(0, 3)),
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
