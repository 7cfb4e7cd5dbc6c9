package de.stadttor.calls;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.calls.CallEvent.Cause;
import de.stadttor.calls.CallEvent.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a call is, whatever order its events come in. */
class CourseTest {

    /** Each of the 2^7 sets of events in each of its orders, and each event of it once more somewhere. */
    @Test
    void isTheSameForEveryOrderOfEverySetOfEventsWithRepeats() {
        List<CallEvent> all = TestCalls.eventful();
        var random = new Random(115);
        for (int chosen = 0; chosen < 1 << all.size(); chosen++) {
            List<CallEvent> set = subset(all, chosen);
            Course course = Course.of(set);
            permutations(set).forEach(order -> {
                List<CallEvent> repeated = new ArrayList<>(order);
                if (!order.isEmpty()) {
                    repeated.add(random.nextInt(order.size() + 1), order.get(random.nextInt(order.size())));
                }
                assertThat(heard(repeated)).isEqualTo(course);
            });
        }
    }

    @Test
    void tellsTheWholeStory() {
        Course course = Course.of(TestCalls.eventful());
        assertThat(course.state()).isEqualTo(Course.State.ENDED);
        assertThat(course.startedAt()).isEqualTo(TestCalls.NINE);
        assertThat(course.answeredAt()).isEqualTo(TestCalls.NINE.plusSeconds(10));
        assertThat(course.talk()).isEqualTo(Duration.ofSeconds(110));
        assertThat(course.agent()).isEqualTo("E. Beispiel");
        assertThat(course.missed()).isFalse();
        assertThat(course.contradictory()).isFalse();
    }

    @Test
    void knowsWhereACallStandsBeforeItsEnd() {
        List<CallEvent> all = TestCalls.eventful();
        assertThat(IntStream.rangeClosed(0, all.size())
                        .mapToObj(count ->
                                Course.of(all.subList(0, count)).state().code()))
                .containsExactly(
                        "unreported", "ringing", "answered", "held", "answered", "transferred", "answered", "ended");
    }

    @Test
    void needsNoTimesToKnowWhereACallStands() {
        List<Kind> kinds = List.of(Kind.ENDED, Kind.ANSWERED, Kind.RINGING);
        permutations(kinds)
                .forEach(order -> assertThat(Course.of(IntStream.range(0, order.size())
                                .mapToObj(i -> TestCalls.untimed(order.get(i), i))
                                .toList()))
                        .extracting(Course::state, Course::missed, Course::contradictory)
                        .containsExactly(Course.State.ENDED, false, false));
    }

    @Test
    void isMissedWhenNobodyTookIt() {
        assertThat(Course.of(List.of(TestCalls.ringing(), TestCalls.ended(30))).missed())
                .isTrue();
        assertThat(Course.of(List.of(TestCalls.ringing())).missed()).isFalse();
        var forwarded = TestCalls.event(Kind.ENDED, 30, null, null, Cause.FORWARDED);
        assertThat(Course.of(List.of(TestCalls.ringing(), forwarded)).missed()).isFalse();
    }

    @Test
    void saysSoWhenTheEventsCannotAllBeTrue() {
        var early = TestCalls.answered(-5);
        assertThat(Course.of(List.of(TestCalls.ringing(), early)).contradictory())
                .isTrue();
        assertThat(Course.of(List.of(TestCalls.ringing(), TestCalls.answered(50), TestCalls.ended(40)))
                        .contradictory())
                .isTrue();
        assertThat(Course.of(List.of(TestCalls.ringing(), TestCalls.ended(86_401)))
                        .contradictory())
                .isTrue();
        assertThat(Course.of(List.of(TestCalls.ringing(), TestCalls.answered(10), TestCalls.ended(86_400)))
                        .contradictory())
                .isFalse();
    }

    @Test
    void neverLastsLessThanNothing() {
        Course course = Course.of(List.of(TestCalls.answered(50), TestCalls.ended(40)));
        assertThat(course.talk()).isEqualTo(Duration.ZERO);
    }

    /** As a call's file hears it: a repeat is known by its mark. */
    private static Course heard(List<CallEvent> events) {
        Map<String, CallEvent> known = new LinkedHashMap<>();
        events.forEach(event -> known.putIfAbsent(event.mark(), event));
        return Course.of(known.values());
    }

    private static List<CallEvent> subset(List<CallEvent> all, int chosen) {
        return IntStream.range(0, all.size())
                .filter(i -> (chosen & (1 << i)) != 0)
                .mapToObj(all::get)
                .toList();
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (List<T> rest : permutations(items.subList(1, items.size()))) {
            for (int place = 0; place <= rest.size(); place++) {
                List<T> order = new ArrayList<>(rest);
                order.add(place, items.getFirst());
                all.add(Collections.unmodifiableList(order));
            }
        }
        return all;
    }
}
