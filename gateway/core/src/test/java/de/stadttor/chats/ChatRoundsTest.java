package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.chats.CitizenTalk.Place;
import de.stadttor.events.UnitOfWork;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.people.Caseworker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens when nobody does anything. */
class ChatRoundsTest {

    private static final Duration STEP = Duration.ofSeconds(20);

    private final TestOffice office = new TestOffice();
    private final Caseworker karin = office.operator("karin", 2);
    private final Chat chat = office.opened("Ein Nest.").chat();

    @Test
    void endAChatWhoseCitizenIsGone() {
        pass(Duration.ofMinutes(4), false);
        assertThat(office.now(chat).isOver()).isFalse();
        pass(Duration.ofMinutes(2), false);

        assertThat(ending()).isEqualTo(Ending.ABANDONED);
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
        pass(Duration.ofSeconds(80), List.of(chat.id()), List.of());

        assertThat(office.now(chat).stage()).isInstanceOf(Stage.Waiting.class);
    }

    @Test
    void judgeNobodyByATimeInWhichNobodyLooked() {
        office.seats.accept(karin, chat.id()).block();
        pass(Duration.ofMinutes(6), true);
        office.ports.clock().advance(Duration.ofMinutes(30));
        office.rounds.round().block();
        assertThat(office.now(chat).isRunBy("karin")).isTrue();
        pass(Duration.ofMinutes(4), false);
        assertThat(office.now(chat).isRunBy("karin")).isTrue();
        pass(Duration.ofMinutes(2), false);

        assertThat(ending()).isEqualTo(Ending.ABANDONED);
    }

    @Test
    void lookAtEveryChatHoweverManyThereAre() {
        Instant now = office.ports.clock().instant();
        List<Chat> crowd = IntStream.range(0, 1001)
                .mapToObj(place -> TestChats.waiting(office.ports, TestOffice.QUEUE, now, place))
                .toList();
        Chat left = TestChats.waiting(office.ports, TestOffice.QUEUE, now, 1002);
        add(crowd);
        add(List.of(left));
        pass(Duration.ofMinutes(6), crowd.stream().map(Chat::id).toList(), List.of("karin"));

        assertThat(office.now(left).isOver()).isTrue();
        assertThat(office.now(crowd.getLast()).isOver()).isFalse();
    }

    @Test
    void goOnWhenOneChatFails() {
        Chat other = office.opened("Noch ein Nest.").chat();
        var commits = new AtomicInteger();
        var failing = new UnitOfWork() {
            @Override
            public <T> Mono<T> commit(Supplier<Mono<T>> work) {
                return commits.getAndIncrement() == 0
                        ? Mono.error(new IllegalStateException("one chat fails"))
                        : office.ports.unitOfWork().commit(work);
            }
        };
        ChatRounds rounds = office.rounds(failing);
        for (int i = 0; i < 21; i++) {
            pass(rounds, List.of(), List.of("karin"));
        }

        assertThat(office.failures).hasSize(1);
        assertThat(office.now(chat).isOver()).isTrue();
        assertThat(office.now(other).isOver()).isTrue();
    }

    private void add(List<Chat> some) {
        office.ports
                .unitOfWork()
                .<Void>commit(() -> Flux.fromIterable(some)
                        .concatMap(office.ports.chats()::add)
                        .then())
                .block();
    }

    /** @param citizenHere whether the citizen stays connected */
    private void pass(Duration time, boolean citizenHere) {
        pass(time, citizenHere ? List.of(chat.id()) : List.of(), List.of("karin"));
    }

    /** Time goes by, round by round, with these citizens and operators connected. */
    private void pass(Duration time, List<ChatId> citizens, List<String> connected) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(STEP)) {
            pass(office.rounds, citizens, connected);
        }
    }

    private void pass(ChatRounds rounds, List<ChatId> citizens, List<String> connected) {
        office.ports.clock().advance(STEP);
        Instant now = office.ports.clock().instant();
        office.ports.operators().seen(connected, now).block();
        office.ports.chats().seen(citizens, now).block();
        rounds.round().block();
    }

    private Ending ending() {
        return office.now(chat).stage() instanceof Stage.Over over ? over.ending() : null;
    }
}
