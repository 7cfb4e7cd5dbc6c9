package de.stadttor.calls;

import de.stadttor.events.EventLog;
import de.stadttor.events.Fact;
import de.stadttor.intake.Circumstances;
import de.stadttor.intake.InboundMessage;
import de.stadttor.intake.Intake;
import de.stadttor.intake.Receipt;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Origin;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.TicketNumber;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Stores what was told of calls and does what follows from it. Everything here joins the running transaction. */
public final class CallConsequences {

    private static final String AUTHOR = "phone";
    private static final String GERMAN = "de";

    private final Calls calls;
    private final Intake intake;
    private final CallMessages messages;
    private final EventLog log;
    private final CallWording wording;
    private final CallSettings settings;
    private final SpareNumbers numbers;

    public CallConsequences(
            Calls calls,
            Intake intake,
            CallMessages messages,
            EventLog log,
            CallWording wording,
            CallSettings settings) {
        this.calls = calls;
        this.intake = intake;
        this.messages = messages;
        this.log = log;
        this.wording = wording;
        this.settings = settings;
        this.numbers = new SpareNumbers(intake);
    }

    SpareNumbers numbers() {
        return numbers;
    }

    /** @return how many of the numbers were used, from the first on */
    Mono<Integer> of(List<CallFile> files, CallRules rules, List<TicketNumber> drawn) {
        return calls.add(files.stream().map(CallFile::news).toList())
                .thenMany(Flux.fromIterable(files).filter(CallFile::mustForget).concatMap(this::forget))
                .thenMany(Flux.fromIterable(files).concatMap(file -> decide(file, rules)))
                .collectList()
                .flatMap(decisions -> open(decisions, drawn).thenReturn(decisions))
                .delayUntil(_ -> tell(files))
                .delayUntil(decisions -> record(files, decisions))
                .delayUntil(_ -> calls.write(files.stream()
                        .map(file -> file.closed(settings.patience()))
                        .toList()))
                .map(List::size);
    }

    /** Streams of calls have no audience and are written by who holds the call: nobody waits for anybody here. */
    private Mono<Void> record(List<CallFile> files, List<Decision> decisions) {
        List<Fact> facts = Stream.concat(
                        files.stream()
                                .flatMap(file -> file.newEvents().stream()
                                        .map(event -> fact(
                                                file, "call-" + event.kind().code(), Map.of()))),
                        decisions.stream().map(Decision::file).map(file -> fact(file, "call-ticketed", ticket(file))))
                .toList();
        return facts.isEmpty() ? Mono.empty() : log.append(facts).then();
    }

    private Mono<Void> forget(CallFile file) {
        return calls.forgetWords(file.call().id(), false).then(Mono.fromRunnable(file::forgotten));
    }

    /** Empty when nothing follows, or not yet. */
    private Mono<Decision> decide(CallFile file, CallRules rules) {
        if (!file.undecided()) {
            return Mono.empty();
        }
        Course course = file.call().course();
        Decision missed = course.missed() ? missed(file, rules) : null;
        if (missed != null) {
            return Mono.just(missed);
        }
        if (!file.ripe(rules)) {
            return Mono.justOrEmpty(rules.decideEarly(course)).map(then -> taken(file, then));
        }
        return words(file, rules)
                .mapNotNull(words -> rules.decide(course, words)
                        .or(() -> left(file, rules))
                        .map(then -> taken(file, then))
                        .orElse(null));
    }

    /** Whoever got nobody and left words is heard, whatever the rules say. */
    private static Optional<CallRule.Then> left(CallFile file, CallRules rules) {
        Course course = file.call().course();
        CallRules.Missed missed = rules.missed();
        return course.missed() && file.hasWords()
                ? Optional.of(new CallRule.Then(missed.queueOf(course), missed.priority()))
                : Optional.empty();
    }

    private Mono<String> words(CallFile file, CallRules rules) {
        return rules.listen()
                ? calls.words(file.call().id())
                        .publishOn(Schedulers.boundedElastic()) // a day of talk takes a while to look through
                        .flatMapIterable(Piece::turns)
                        .map(Turn::text)
                        .collect(Collectors.joining("\n"))
                : Mono.just("");
    }

    private @Nullable Decision missed(CallFile file, CallRules rules) {
        CallRules.Missed missed = rules.missed();
        Course course = file.call().course();
        if (!missed.callBack() || course.from() == null) {
            return null;
        }
        file.callBack(missed.queueOf(course), missed.within());
        var then = new CallRule.Then(missed.queueOf(course), missed.priority());
        return new Decision(file, inbound(file, then, wording.callBack(file.call())));
    }

    private Decision taken(CallFile file, CallRule.Then then) {
        return new Decision(file, inbound(file, then, wording.opening(file.call())));
    }

    private InboundMessage inbound(CallFile file, CallRule.Then then, String text) {
        return new InboundMessage(
                List.of(),
                AUTHOR,
                new InboundMessage.Sender.Anonymous(),
                null,
                null,
                null,
                then.queue(),
                wording.subject(file.call()),
                text,
                List.of(),
                AssuranceLevel.BASIC,
                new Origin(Channel.PHONE, null, GERMAN, AssuranceLevel.BASIC, null),
                new Circumstances(
                        null,
                        true,
                        null,
                        Objects.requireNonNullElse(then.priority(), Priority.NORMAL),
                        null,
                        null,
                        Circumstances.Traces.NONE,
                        null));
    }

    private Mono<Void> open(List<Decision> decisions, List<TicketNumber> drawn) {
        if (decisions.isEmpty()) {
            return Mono.empty();
        }
        return intake.within(decisions.stream().map(Decision::message).toList(), drawn.subList(0, decisions.size()))
                .doOnNext(receipts -> opened(decisions, receipts))
                .then();
    }

    private static void opened(List<Decision> decisions, List<Receipt> receipts) {
        IntStream.range(0, decisions.size())
                .forEach(i -> decisions.get(i).file().opened(receipts.get(i).ticket()));
    }

    /** What was said goes to the tickets. */
    private Mono<Void> tell(List<CallFile> files) {
        return Flux.fromIterable(files)
                .filter(CallFile::corrected)
                .concatMap(messages::note)
                .thenMany(Flux.fromIterable(files)
                        .filter(file -> !file.undecided() && file.mayTell())
                        .concatMap(messages::tell))
                .then();
    }

    private static Map<String, String> ticket(CallFile file) {
        return Map.of("ticket", String.valueOf(file.call().ticket()));
    }

    static Fact fact(CallFile file, String kind, Map<String, String> body) {
        return new Fact(file.call().id().stream(), kind, body, List.of(), Set.of());
    }

    /** A call that becomes a ticket, with its first message. */
    private record Decision(CallFile file, InboundMessage message) {}
}
