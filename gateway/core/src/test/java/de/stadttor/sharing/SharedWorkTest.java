package de.stadttor.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Turns end when the test says so. */
class SharedWorkTest {

    private static final String BAD = "bad";

    private final List<List<String>> done = new ArrayList<>();
    private final List<Sinks.Empty<Void>> ends = new ArrayList<>();
    private final AtomicBoolean outage = new AtomicBoolean();

    private final SharedWork<String, String> work =
            new SharedWork<>(this::turn, _ -> outage.get(), new SharedWork.Bounds(1, 3, 5));

    private Disposable turns;

    @BeforeEach
    void begin() {
        turns = work.turns().subscribe();
    }

    @Test
    void doesTheWorkOfWhoComesAloneAtOnce() {
        StepVerifier.create(work.with("a")).then(this::end).expectNext("a done").verifyComplete();
        assertThat(done).containsExactly(List.of("a"));
    }

    @Test
    void letsThoseWhoComeMeanwhileShareTheNextTurn() {
        var answers = new ArrayList<String>();
        for (String item : List.of("a", "b", "c", "d", "e")) {
            work.with(item).subscribe(answers::add);
        }
        end();
        end();
        end();
        assertThat(done).containsExactly(List.of("a"), List.of("b", "c", "d"), List.of("e"));
        assertThat(answers).containsExactly("a done", "b done", "c done", "d done", "e done");
    }

    @Test
    void tellsOnlyTheOneWhoseItemIsBad() {
        var answers = new ArrayList<String>();
        var failures = new ArrayList<Throwable>();
        work.with("a").subscribe(answers::add);
        work.with("b").subscribe(answers::add, failures::add);
        work.with(BAD).subscribe(answers::add, failures::add);
        work.with("d").subscribe(answers::add, failures::add);
        for (int turn = 0; turn < 5; turn++) {
            end();
        }
        assertThat(answers).containsExactly("a done", "b done", "d done");
        assertThat(failures).singleElement().isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotTryEachAloneWhenTheFailureIsEverybodys() {
        var failures = new ArrayList<Throwable>();
        work.with("a").subscribe();
        work.with("b").subscribe(_ -> {}, failures::add);
        work.with(BAD).subscribe(_ -> {}, failures::add);
        outage.set(true);
        end();
        end();
        assertThat(done).containsExactly(List.of("a"), List.of("b", BAD));
        assertThat(failures).hasSize(2);
    }

    @Test
    void leavesOutWhoStoppedWaiting() {
        work.with("a").subscribe();
        Disposable impatient = work.with("b").subscribe();
        work.with("c").subscribe();
        impatient.dispose();
        end();
        end();
        assertThat(done).containsExactly(List.of("a"), List.of("c"));
    }

    @Test
    void finishesTheTurnOfWhoLeavesDuringIt() {
        work.with("a").subscribe().dispose();
        var answers = new ArrayList<String>();
        work.with("b").subscribe(answers::add);
        end();
        end();
        assertThat(answers).containsExactly("b done");
    }

    @Test
    void refusesWhoComesWhenTooManyWait() {
        for (int i = 0; i < 6; i++) {
            work.with("a").subscribe();
        }
        work.with("one too many")
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.Busy(Duration.ofSeconds(1))));
        end();
        work.with("another").subscribe();
        end();
        end();
        assertThat(done.getLast()).contains("another");
    }

    @Test
    void goesOnAfterAPause() {
        var answers = new ArrayList<String>();
        turns.dispose();
        for (String item : List.of("a", "b", "c", "d", "e")) {
            work.with(item).subscribe(answers::add);
        }
        assertThat(answers).isEmpty();
        begin();
        end();
        end();
        work.with("f").subscribe(answers::add);
        end();
        assertThat(answers).containsExactly("a done", "b done", "c done", "d done", "e done", "f done");
    }

    @Test
    void givesEachOfManyOnManyThreadsItsOwn() {
        var most = new AtomicInteger();
        var quick = new SharedWork<Integer, Integer>(
                items -> Mono.just(items)
                        .publishOn(Schedulers.parallel())
                        .doOnNext(each -> most.accumulateAndGet(each.size(), Math::max)),
                _ -> false,
                new SharedWork.Bounds(2, 64, 20_000));
        quick.turns().subscribe();
        Flux.range(0, 20_000)
                .flatMap(i -> Mono.defer(() -> quick.with(i).map(i::equals)).subscribeOn(Schedulers.parallel()), 5_000)
                .filter(Boolean::booleanValue)
                .count()
                .as(StepVerifier::create)
                .expectNext(20_000L)
                .verifyComplete();
        assertThat(most.get()).isBetween(1, 64);
    }

    private Mono<List<String>> turn(List<String> items) {
        done.add(items);
        Sinks.Empty<Void> end = Sinks.empty();
        ends.add(end);
        return end.asMono().then(Mono.fromSupplier(() -> done(items)));
    }

    private static List<String> done(List<String> items) {
        if (items.contains(BAD)) {
            throw new IllegalArgumentException(BAD);
        }
        return items.stream().map(item -> item + " done").toList();
    }

    private void end() {
        ends.removeFirst().tryEmitEmpty().orThrow();
    }
}
