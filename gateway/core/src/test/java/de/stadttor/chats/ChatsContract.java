package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.ticketing.TicketId;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the ports of chats promise. */
public interface ChatsContract {

    Ports ports();

    @Test
    default void keepsAChatInEachOfItsStages() {
        Chat waiting = added(line(), 0, 1);
        Chat offered = waiting.offered("k", now().plusSeconds(30));
        Chat left = offered.leftBy("k");
        Chat running = left.taken("k", now().plusSeconds(5));
        Chat over = running.ended(Ending.IDLE, now().plusSeconds(9)).rated(4);

        assertThat(found(waiting)).isEqualTo(waiting);
        for (Chat next : List.of(offered, left, running, running.with(new Chat.Seen(3, 7)), over)) {
            put(next);
            assertThat(found(next)).isEqualTo(next);
        }
    }

    @Test
    default void keepsTheSecretsOfAChat() {
        Chat chat = added(line(), 0, 1);
        Chat back = chat.with(chat.passage().taken(TestChats.SECRET, ChatSecret.fresh(new SecureRandom())));
        put(back);

        assertThat(found(chat).passage()).isEqualTo(back.passage());
        put(back.with(back.passage().kept()));
        assertThat(found(chat).passage().used()).isNull();
    }

    @Test
    default void findsNoChatThatIsNotThere() {
        assertThat(ports().chats().find(new ChatId(ports().ids().next())).block())
                .isNull();
    }

    @Test
    default void knowsTheLineInItsOrder() {
        String queue = line();
        Chat second = added(queue, 2, 2);
        Chat first = added(queue, 1, 1);
        added("another-" + queue, 0, 1);
        put(added(queue, 0, 1).taken("k", now()));

        assertThat(ports().chats().waiting(queue, 9).map(Chat::id).collectList().block())
                .containsExactly(first.id(), second.id());
        assertThat(ports().chats().waiting(queue, 1).map(Chat::id).collectList().block())
                .containsExactly(first.id());
        assertThat(ports().chats().ahead(queue, second.about().openedAt()).block())
                .isEqualTo(1);
        assertThat(ports().chats().running(queue, 9).count().block()).isEqualTo(1);
    }

    @Test
    default void knowsWhatAnOperatorHasAndIsOffered() {
        String operator = "operator-" + ports().ids().next();
        Chat offered = added(line(), 0, 1).offered(operator, now().plusSeconds(30));
        Chat running = added(line(), 1, 1).taken(operator, now());
        put(offered);
        put(running);
        put(added(line(), 2, 1).taken(operator, now()).ended(Ending.OFFICE, now()));

        assertThat(ports().chats().ofOperator(operator).collectList().block()).containsExactly(offered, running);
        assertThat(ports().chats().loads().block()).containsEntry(operator, 2);
    }

    @Test
    default void remembersTheNewestWaits() {
        String queue = line();
        for (int place = 1; place <= 3; place++) {
            put(added(queue, 0, place).taken("k", now().plusSeconds(10L * place)));
        }
        added(queue, 0, 4);

        assertThat(ports().chats().waits(queue, 2).collectList().block())
                .containsExactly(
                        new WaitEstimate.Wait(3, Duration.ofSeconds(30)),
                        new WaitEstimate.Wait(2, Duration.ofSeconds(20)));
    }

    @Test
    default void countsTheFirstOneWhoCameAsTheEndOfAWait() {
        String queue = line();
        Chat running = added(queue, 0, 1).taken("k", now().plusSeconds(10));
        put(running);
        put(running.waitingAgain(queue, now().plusSeconds(20)).taken("l", now().plusSeconds(90)));

        assertThat(ports().chats()
                        .waits(queue, 2)
                        .map(WaitEstimate.Wait::time)
                        .collectList()
                        .block())
                .containsExactly(Duration.ofSeconds(10));
    }

    @Test
    default void tellsWhatHasChanged() {
        Chat chat = added(line(), 0, 1);
        Instant before = ports().clock().instant();
        ports().clock().advance(Duration.ofSeconds(1));
        Chat later = chat.with(new Chat.Seen(1, 0));
        put(later);

        assertThat(ports().chats()
                        .changedSince(before.plusMillis(1))
                        .collectList()
                        .block())
                .contains(
                        new Chats.Change(chat.id(), chat.queue(), later.stage().operator(), later.version()));
        assertThat(ports().chats()
                        .changedSince(ports().clock().instant().plusSeconds(1))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    default void findsThoseOfWhomNothingIsHeard() {
        Chat chat = added(line(), 0, 1);
        Instant later = ports().clock().instant().plusSeconds(60);

        assertThat(quiet(chat, Instant.EPOCH, Instant.EPOCH)).isEmpty();
        assertThat(quiet(chat, Instant.EPOCH, later)).hasSize(1);
        assertThat(quiet(chat, later, Instant.EPOCH)).hasSize(1);
        ports().chats().seen(List.of(chat.id()), later.plusSeconds(1)).block();
        assertThat(quiet(chat, Instant.EPOCH, later)).isEmpty();
        assertThat(ports().chats().seenAt(chat.id()).block()).isEqualTo(later.plusSeconds(1));
        put(chat.ended(Ending.CITIZEN, now()));
        assertThat(quiet(chat, later, later)).isEmpty();
    }

    @Test
    default void findsAllOfThemPageByPage() {
        String queue = line();
        List<ChatId> all = IntStream.range(0, 3)
                .mapToObj(place -> added(queue, 0, place).id())
                .toList();
        Instant later = ports().clock().instant().plusSeconds(60);

        assertThat(ports().chats()
                        .quiet(later, later, null, 1)
                        .expand(each ->
                                ports().chats().quiet(later, later, each.chat().id(), 1))
                        .map(each -> each.chat().id())
                        .filter(all::contains)
                        .collectList()
                        .block())
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    default void knowsWhoIsOfferedToNobodyLineByLine() {
        String queue = line();
        put(added(queue, 0, 1).offered("k", now().plusSeconds(30)));
        Chat first = added(queue, 1, 2);
        Chat second = added(queue, 2, 3);
        added(queue, 3, 4);
        Chat elsewhere = added("another-" + queue, 9, 1);

        assertThat(ports().chats()
                        .unoffered(2)
                        .filter(chat -> chat.queue().endsWith(queue))
                        .collectList()
                        .block())
                .containsExactly(first, second, elsewhere);
    }

    @Test
    default void knowsOffersThatHaveRunOut() {
        Chat chat = added(line(), 0, 1).offered("k", now());
        put(chat);

        assertThat(ports().chats().lapsed(now(), 10_000).collectList().block()).contains(chat);
        assertThat(ports().chats()
                        .lapsed(now().minusMillis(1), 10_000)
                        .collectList()
                        .block())
                .doesNotContain(chat);
        put(chat.leftBy("k"));
        assertThat(ports().chats()
                        .lapsed(now(), 10_000)
                        .map(Chat::id)
                        .collectList()
                        .block())
                .doesNotContain(chat.id());
    }

    private List<Chats.Quiet> quiet(Chat chat, Instant unchanged, Instant unseen) {
        return ports().chats()
                .quiet(unchanged, unseen, null, 10_000)
                .filter(each -> each.chat().id().equals(chat.id()))
                .collectList()
                .block();
    }

    @Test
    default void knowsTheChatOfATicket() {
        Chat chat = added(line(), 0, 1);
        TicketId another = new TicketId(ports().ids().next());

        assertThat(ports().chats().ofTicket(chat.about().ticket()).block()).isEqualTo(chat);
        assertThat(ports().chats().ofTicket(another).block()).isNull();
    }

    @Test
    default void forgetsWhatIsLongOver() {
        Chat old = added(line(), 0, 1).ended(Ending.IDLE, now().minusSeconds(900_000));
        Chat open = added(line(), 0, 1);
        put(old);

        assertThat(ports().chats().expire(now().minusSeconds(800_000)).block()).isPositive();
        assertThat(ports().chats().find(old.id()).block()).isNull();
        assertThat(found(open)).isEqualTo(open);
    }

    @Test
    default void knowsWhoIsThereTheLongestIdleFirst() {
        Instant seen = now().plusSeconds(10_000);
        Operator busy = TestChats.operator("b-" + ports().ids().next(), now().plusSeconds(9), seen);
        Operator idle = TestChats.operator("a-" + ports().ids().next(), now(), seen);
        Operator gone = TestChats.operator("c-" + ports().ids().next(), now(), seen.minusSeconds(60));
        for (Operator operator : List.of(busy, idle, gone)) {
            ports().operators().put(operator).block();
        }

        assertThat(ports().operators()
                        .presentSince(seen.minusSeconds(1))
                        .collectList()
                        .block())
                .containsSubsequence(idle, busy)
                .doesNotContain(gone);
        ports().operators().seen(List.of(gone.subject()), seen).block();
        assertThat(ports().operators().find(gone.subject()).block().seenAt()).isEqualTo(seen);
    }

    @Test
    default void neverForgetsThatAnOperatorWasSeenLater() {
        Operator operator = TestChats.operator("d-" + ports().ids().next(), now(), now());
        ports().operators().put(operator).block();
        ports().operators()
                .seen(List.of(operator.subject()), now().plusSeconds(5))
                .block();
        ports().operators().put(operator.idleFrom(now().plusSeconds(3))).block();

        assertThat(ports().operators().hold(operator.subject()).block())
                .isEqualTo(TestChats.operator(operator.subject(), now().plusSeconds(3), now().plusSeconds(5)));
    }

    @Test
    default void keepsHowAQueueChatsVersionByVersion() {
        String queue = line();
        var hours = new OpeningHours(
                List.of(new OpeningHours.Hours(DayOfWeek.MONDAY, LocalTime.of(8, 0), null)),
                Set.of(LocalDate.of(2026, 12, 24)));
        ChatSettings first = TestChats.settings(queue, hours);

        assertThat(ports().chatRulebook().of(queue).block()).isNull();
        assertThat(ports().chatRulebook().put(first).block()).isTrue();
        assertThat(ports().chatRulebook().of(queue).block()).isEqualTo(first);
        assertThat(ports().chatRulebook().put(first).block()).isFalse();
        assertThat(ports().chatRulebook().put(first.inVersion(3)).block()).isFalse();
        assertThat(ports().chatRulebook().put(first.inVersion(2)).block()).isTrue();
        assertThat(ports().chatRulebook().all().collectList().block()).contains(first.inVersion(2));
    }

    @Test
    default void findsReadyRepliesByWhatTheySay() {
        String key = "gruss-" + ports().ids().next().toString().substring(24);
        var german = new CannedReply(key, "de", "Grüß Gott, was kann ich tun?");
        var english = new CannedReply(key, "en", "Hello, what can I do?");
        ports().cannedReplies()
                .put(english)
                .then(ports().cannedReplies().put(german))
                .block();

        assertThat(ports().cannedReplies().list(key, null, 9).collectList().block())
                .containsExactly(german, english);
        assertThat(ports().cannedReplies().list("GOTT", null, 99).collectList().block())
                .contains(german)
                .doesNotContain(english);
        assertThat(ports().cannedReplies()
                        .list(key, new CannedReplies.Place(key, "de"), 9)
                        .collectList()
                        .block())
                .containsExactly(english);
        assertThat(ports().cannedReplies().remove(key, "de").block()).isTrue();
        assertThat(ports().cannedReplies().remove(key, "de").block()).isFalse();
    }

    private Chat added(String queue, int secondsLater, int place) {
        Chat chat = TestChats.waiting(ports(), queue, now().plusSeconds(secondsLater), place);
        ports().unitOfWork().<Void>commit(() -> ports().chats().add(chat)).block();
        return chat;
    }

    private void put(Chat after) {
        ports().unitOfWork()
                .<Void>commit(() ->
                        ports().chats().hold(after.id()).then(ports().chats().put(after)))
                .block();
    }

    private Chat found(Chat chat) {
        return ports().chats().find(chat.id()).block();
    }

    private String line() {
        return "line-" + ports().ids().next();
    }

    private static Instant now() {
        return Instant.parse("2026-11-22T12:00:00Z").truncatedTo(ChronoUnit.MICROS);
    }
}
