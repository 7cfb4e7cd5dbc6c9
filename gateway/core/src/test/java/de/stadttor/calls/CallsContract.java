package de.stadttor.calls;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.ticketing.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What all {@link Calls} and {@link CallCodes} promise. Every test has calls of its own. */
public interface CallsContract {

    Ports ports();

    @Test
    default void beginsACallThatNobodyToldOf() {
        CallId id = TestCalls.fresh();
        Call.History held = held(id);
        assertThat(held).isEqualTo(Call.History.none(id, TestCalls.NINE));
        assertThat(ports().calls().find(id).block()).isEqualTo(held.call());
    }

    @Test
    default void takesACallOfWhateverName() {
        List<CallId> ids =
                IntStream.range(0, 500).mapToObj(_ -> TestCalls.fresh()).toList();
        assertThat(ports().unitOfWork()
                        .commit(() -> ports().calls().hold(ids, TestCalls.NINE).count())
                        .block())
                .isEqualTo(500);
    }

    @Test
    default void givesACallBackAsItWasWritten() {
        CallId id = TestCalls.fresh();
        Call call = called(id, TestCalls.NINE.plusSeconds(60));
        write(call, TestCalls.eventful(), TestCalls.piece(2, 0, "zwei"));
        Call.History held = held(id);
        assertThat(held.call()).isEqualTo(call);
        assertThat(held.events()).containsExactlyInAnyOrderElementsOf(TestCalls.eventful());
        assertThat(held.pieces()).containsExactly(TestCalls.piece(2, 0, "zwei").head());
    }

    @Test
    default void keepsOfEachPieceTheWordingWrittenLast() {
        CallId id = TestCalls.fresh();
        Call call = called(id, null);
        write(call, List.of(), TestCalls.piece(2, 0, "zwei"), TestCalls.piece(1, 0, "eins"));
        write(call, List.of(), TestCalls.piece(1, 1, "Eins."));
        assertThat(ports().calls().words(id).collectList().block())
                .containsExactly(TestCalls.piece(1, 1, "Eins."), TestCalls.piece(2, 0, "zwei"));
    }

    @Test
    default void forgetsWordsButNotThatTheyStandInAMessage() {
        CallId id = TestCalls.fresh();
        Call call = called(id, null);
        write(call, List.of(), TestCalls.piece(1, 0, "eins"));
        commit(id, ports().calls().forgetWords(id, true));
        write(call, List.of(), TestCalls.piece(2, 0, "zwei"));
        commit(id, ports().calls().forgetWords(id, false));
        assertThat(ports().calls().words(id).collectList().block()).isEmpty();
        assertThat(held(id).pieces()).singleElement().satisfies(head -> {
            assertThat(head.number()).isEqualTo(1);
            assertThat(head.written()).isTrue();
        });
    }

    @Test
    default void findsWhoWaitsForNothingAnyLonger() {
        CallId soon = TestCalls.fresh();
        CallId never = TestCalls.fresh();
        Instant check = TestCalls.NINE.minus(Duration.ofDays(1000));
        write(called(soon, check), List.of());
        write(called(never, null), List.of());
        assertThat(ports().calls().overdue(check, 100).collectList().block())
                .contains(soon)
                .doesNotContain(never);
        assertThat(ports().calls()
                        .overdue(check.minusSeconds(1), 100)
                        .collectList()
                        .block())
                .doesNotContain(soon);
    }

    @Test
    default void listsCallBacksOfSomeQueuesByUrgencyPageByPage() {
        String queue = "q-" + UUID.randomUUID();
        List<CallId> ids = List.of(TestCalls.fresh(), TestCalls.fresh(), TestCalls.fresh());
        for (int i = 0; i < ids.size(); i++) {
            write(backBy(ids.get(i), queue, TestCalls.NINE.plusSeconds(100 - i)), List.of());
        }
        List<Call> first =
                ports().calls().toCallBack(Set.of(queue), null, 2).collectList().block();
        assertThat(first).extracting(Call::id).containsExactly(ids.get(2), ids.get(1));
        var place = new Calls.Place(first.getLast().callBack().by(), ids.get(1).value());
        assertThat(ports().calls()
                        .toCallBack(Set.of(queue), place, 2)
                        .map(Call::id)
                        .collectList()
                        .block())
                .containsExactly(ids.get(0));
        assertThat(ports().calls().toCallBack(Set.of(), null, 2).collectList().block())
                .isEmpty();
    }

    @Test
    default void forgetsRecordingsAndCallsInTheirTime() {
        CallId id = TestCalls.fresh();
        write(called(id, null), TestCalls.eventful());
        ports().calls().expire(TestCalls.NINE, TestCalls.NINE.plusSeconds(31)).block();
        assertThat(ports().calls().find(id).block().recording()).isNull();
        ports().calls().expire(TestCalls.NINE.plusSeconds(1), TestCalls.NINE).block();
        assertThat(ports().calls().find(id).block()).isNull();
        assertThat(held(id).events()).isEmpty();
    }

    @Test
    default void keepsCodesUntilTheirTimeIsOver() {
        var code = new CallCodes.Code(
                UUID.randomUUID().toString(), new TicketId(ports().ids().next()), TestCalls.NINE, null);
        CallId call = TestCalls.fresh();
        ports().unitOfWork().commit(() -> ports().callCodes().add(code)).block();
        assertThat(holdCode(code.hash())).isEqualTo(code);
        ports().unitOfWork()
                .commit(() -> ports().callCodes().use(code.hash(), call))
                .block();
        assertThat(holdCode(code.hash()).usedBy()).isEqualTo(call);
        ports().callCodes().expire(TestCalls.NINE.plusSeconds(1)).block();
        assertThat(holdCode(code.hash())).isNull();
    }

    private CallCodes.@Nullable Code holdCode(String hash) {
        return ports().unitOfWork().commit(() -> ports().callCodes().hold(hash)).block();
    }

    private Call.History held(CallId id) {
        return ports().unitOfWork()
                .commit(() -> ports().calls().hold(List.of(id), TestCalls.NINE).single())
                .block();
    }

    private void write(Call call, List<CallEvent> events, Piece... pieces) {
        var news = new Calls.News(call.id(), events, List.of(pieces));
        commit(
                call.id(),
                ports().calls()
                        .add(List.of(news))
                        .then(Mono.defer(() -> ports().calls().write(List.of(call)))));
    }

    private void commit(CallId id, Mono<Void> work) {
        ports().unitOfWork()
                .commit(() -> ports().calls().hold(List.of(id), TestCalls.NINE).then(work))
                .block();
    }

    private static Call called(CallId id, @Nullable Instant checkAt) {
        return new Call(
                id,
                Course.of(TestCalls.eventful()),
                TestCalls.agreed(),
                new Recording("rec-1", TestCalls.NINE.plusSeconds(30)),
                new TicketId(new UUID(0x0192f5c47c1e7a51L, 0x9d3e6d1f0a2b3c4dL)),
                true,
                2,
                3,
                400,
                null,
                TestCalls.NINE,
                checkAt);
    }

    private static Call backBy(CallId id, String queue, Instant by) {
        return new Call(
                id,
                Course.of(List.of(TestCalls.ringing(), TestCalls.ended(20))),
                null,
                null,
                null,
                false,
                0,
                null,
                0,
                new Call.CallBack(queue, by),
                TestCalls.NINE,
                null);
    }
}
