package de.stadttor.chats;

import de.stadttor.Ports;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.TicketId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Chats and operators that tests begin with. */
public final class TestChats {

    static final ChatSecret SECRET = ChatSecret.fresh(new SecureRandom());

    private TestChats() {}

    /** The next in the line of a queue. */
    static Chat waiting(Ports ports, String queue, Instant openedAt, int place) {
        var about = new Chat.About(
                new TicketId(ports.ids().next()), new CitizenId(ports.ids().next()), false, "de", place, openedAt);
        return new Chat(
                new ChatId(ports.ids().next()),
                about,
                queue,
                Stage.Waiting.from(openedAt),
                Passage.of(SECRET),
                Chat.Seen.NOTHING,
                null,
                false,
                1);
    }

    static Operator operator(String subject, Instant idleSince, Instant seenAt) {
        return new Operator(subject, "Karin", Set.of("*"), true, 2, idleSince, seenAt);
    }

    /** Open all day. */
    static ChatSettings settings(String queue, OpeningHours hours) {
        return new ChatSettings(
                queue,
                true,
                hours,
                2,
                new ChatSettings.Times(Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofMinutes(20)),
                Set.of("https://www.stadt.example"),
                Set.of("203.0.113.0/24"),
                1);
    }
}
