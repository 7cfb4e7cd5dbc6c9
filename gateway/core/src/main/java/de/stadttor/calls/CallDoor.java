package de.stadttor.calls;

import de.stadttor.calls.CallFile.Heard;
import de.stadttor.events.UnitOfWork;
import de.stadttor.refusal.Refused;
import de.stadttor.sharing.SharedWork;
import de.stadttor.ticketing.TicketNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears what is told of calls: in one transaction, shared with whoever tells at the same time, then the answer. */
public final class CallDoor {

    private static final int SWEPT_AT_ONCE = 50;

    private final Calls calls;
    private final CallRulebook rulebook;
    private final CallConsequences consequences;
    private final SpareNumbers numbers;
    private final UnitOfWork unitOfWork;
    private final CallSettings settings;
    private final Clock clock;
    private final SharedWork<CallReport, Told> turns;

    /** @param outage tells failures that would meet every report, such as a database that is gone */
    public CallDoor(
            Calls calls,
            CallRulebook rulebook,
            CallConsequences consequences,
            UnitOfWork unitOfWork,
            CallSettings settings,
            Clock clock,
            Predicate<Throwable> outage,
            SharedWork.Bounds bounds) {
        this.calls = calls;
        this.rulebook = rulebook;
        this.consequences = consequences;
        this.numbers = consequences.numbers();
        this.unitOfWork = unitOfWork;
        this.settings = settings;
        this.clock = clock;
        this.turns = new SharedWork<>(this::hear, outage, bounds);
    }

    /** Takes a report in; refused when it contradicts an earlier one of the same name, or nobody agreed to it. */
    public Mono<Told> tell(CallReport report) {
        return turns.with(report)
                .map(told -> {
                    if (told.heard() instanceof Heard.Declined(var refusal)) {
                        throw new Refused(refusal);
                    }
                    return told;
                })
                .checkpoint("tell of a call");
    }

    /** Hears whoever waits: to be subscribed once, from the program's start to its end. */
    public Flux<Void> open() {
        return turns.turns();
    }

    /** How many reports wait at the door. */
    public int waiting() {
        return turns.waiting();
    }

    /** Stops waiting where nothing more has come. Can be done by several nodes at once. */
    public Mono<Void> sweep() {
        return Flux.defer(() -> calls.overdue(clock.instant(), SWEPT_AT_ONCE))
                .flatMap(call -> tell(new CallReport.Silence(call)))
                .then();
    }

    private Mono<List<Told>> hear(List<CallReport> reports) {
        int most = (int) reports.stream().map(CallReport::call).distinct().count();
        return Mono.zip(rules(), numbers.take(most)).flatMap(both -> hear(reports, both.getT1(), both.getT2()));
    }

    private Mono<CallRules> rules() {
        return rulebook.read().defaultIfEmpty(CallRules.usual(settings.queue()));
    }

    private Mono<List<Told>> hear(List<CallReport> reports, CallRules rules, List<TicketNumber> drawn) {
        return unitOfWork
                .commit(() -> written(reports, rules, drawn))
                .doOnNext(written -> numbers.giveBack(drawn.subList(written.numbersUsed(), drawn.size())))
                .map(Written::told);
    }

    private Mono<Written> written(List<CallReport> reports, CallRules rules, List<TicketNumber> drawn) {
        Instant now = clock.instant();
        return calls.hold(reports.stream().map(CallReport::call).distinct().toList(), now)
                .map(history -> new CallFile(history, now))
                .collectMap(file -> file.call().id(), file -> file, LinkedHashMap::new)
                .flatMap(files -> {
                    List<Heard> heard = reports.stream()
                            .map(report -> file(files, report).hear(report))
                            .toList();
                    return consequences
                            .of(List.copyOf(files.values()), rules, drawn)
                            .map(used -> new Written(told(reports, heard, files), used));
                });
    }

    private static List<Told> told(List<CallReport> reports, List<Heard> heard, Map<CallId, CallFile> files) {
        return IntStream.range(0, reports.size())
                .mapToObj(i -> new Told(file(files, reports.get(i)).call(), heard.get(i)))
                .toList();
    }

    private static CallFile file(Map<CallId, CallFile> files, CallReport report) {
        CallFile file = files.get(report.call());
        if (file == null) {
            throw new IllegalStateException("a call that is not held");
        }
        return file;
    }

    private record Written(List<Told> told, int numbersUsed) {}

    /** A call as a report left it. */
    public record Told(Call call, Heard heard) {

        /** Whether the report was known before. */
        public boolean repeated() {
            return heard instanceof Heard.Taken(boolean repeated) && repeated;
        }
    }
}
