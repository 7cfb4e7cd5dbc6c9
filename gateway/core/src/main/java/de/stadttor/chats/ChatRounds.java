package de.stadttor.chats;

import de.stadttor.chats.ChatSettings.Times;
import de.stadttor.chats.Chats.Quiet;
import de.stadttor.chats.Stage.Over;
import de.stadttor.chats.Stage.Running;
import de.stadttor.chats.Stage.Waiting;
import de.stadttor.events.UnitOfWork;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does what nobody does: ends chats that were left, and passes on those that nobody takes. Any node may do it. Nobody
 * is judged by a time in which nobody looked.
 */
public final class ChatRounds {

    /** After it the chats of an operator who vanished wait again. */
    private static final Duration VANISHED = Duration.ofMinutes(1);

    /** The shortest time that a rule can name. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final int PAGE = 1000;

    private final Chats chats;
    private final Operators operators;
    private final ChatRulebook rulebook;
    private final Tickets tickets;
    private final Seats seats;
    private final Unheard unheard;
    private final UnitOfWork unitOfWork;
    private final ChatWakes wakes;
    private final Consumer<Throwable> failures;
    private final Clock clock;
    private final Watch watch = new Watch();

    /** @param failures hears what went wrong with one chat; the next round tries it again */
    public ChatRounds(
            Chats chats,
            Operators operators,
            ChatRulebook rulebook,
            Tickets tickets,
            Seats seats,
            Unheard unheard,
            UnitOfWork unitOfWork,
            ChatWakes wakes,
            Consumer<Throwable> failures,
            Clock clock) {
        this.chats = chats;
        this.operators = operators;
        this.rulebook = rulebook;
        this.tickets = tickets;
        this.seats = seats;
        this.unheard = unheard;
        this.unitOfWork = unitOfWork;
        this.wakes = wakes;
        this.failures = failures;
        this.clock = clock;
    }

    /** A round once in every {@code interval}, for ever; one that fails is left to the next. */
    public Flux<Void> every(Duration interval) {
        return Flux.interval(interval)
                .onBackpressureDrop()
                .concatMap(_ -> round().doOnError(failures).onErrorComplete(), 1);
    }

    Mono<Void> round() {
        return Mono.fromRunnable(() -> watch.begin(clock.instant()))
                .then(Mono.defer(this::passOn))
                .then(Mono.defer(this::judge))
                .doOnSuccess(_ -> watch.end(clock.instant()));
    }

    /** Offers that were not taken in time go to the next one. */
    private Mono<Void> passOn() {
        return chats.lapsed(clock.instant(), PAGE)
                .concatMap(chat -> chat.stage() instanceof Waiting waiting && waiting.offer() != null
                        ? each(seats.leave(chat.id(), waiting.offer().operator()))
                        : Mono.empty())
                .then();
    }

    private Mono<Void> judge() {
        return Mono.zip(
                        rulebook.all().collectMap(ChatSettings::queue, ChatSettings::times),
                        operators
                                .presentSince(clock.instant().minus(VANISHED))
                                .map(Operator::subject)
                                .collect(Collectors.toSet()))
                .flatMap(known -> quiet().concatMap(quiet -> each(look(quiet, new Known(known.getT1(), known.getT2()))))
                        .then());
    }

    private Flux<Quiet> quiet() {
        Instant before = clock.instant().minus(SHORTEST);
        return page(before, null)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : page(before, page.getLast().chat().id()))
                .flatMapIterable(Function.identity());
    }

    private Mono<List<Quiet>> page(Instant before, @Nullable ChatId after) {
        return chats.quiet(before, before, after, PAGE).collectList();
    }

    private Mono<Void> each(Mono<Void> work) {
        return work.doOnError(failures).onErrorComplete();
    }

    private Mono<Void> look(Quiet quiet, Known known) {
        Instant now = clock.instant();
        Chat chat = quiet.chat();
        Times times = known.times(chat.queue());
        if (isOlder(quiet.seenAt(), times.abandoned(), now)) {
            return abandon(quiet);
        }
        return switch (chat.stage()) {
            case Waiting waiting ->
                isOlder(waiting.since(), times.patience(), now) ? end(chat, Ending.UNATTENDED) : Mono.empty();
            case Running running
            when known.present().contains(running.operator()) -> endIfIdle(chat, running, times.idle(), now);
            case Running running ->
                watch.covers(VANISHED, now) ? waitAgain(chat, running.operator(), now) : Mono.empty();
            case Over _ -> Mono.empty();
        };
    }

    private boolean isOlder(Instant since, Duration time, Instant now) {
        return since.plus(time).isBefore(now) && watch.covers(time, now);
    }

    /** Every message changes its ticket. */
    private Mono<Void> endIfIdle(Chat chat, Running running, Duration idle, Instant now) {
        return isOlder(running.since(), idle, now)
                ? tickets.find(chat.about().ticket())
                        .map(Ticket::updatedAt)
                        .filter(updated -> isOlder(updated, idle, now))
                        .flatMap(_ -> end(chat, Ending.IDLE))
                : Mono.empty();
    }

    /** Whoever has come back meanwhile is not gone. */
    private Mono<Void> abandon(Quiet quiet) {
        Chat chat = quiet.chat();
        return change(
                chat,
                held -> chats.seenAt(chat.id())
                        .filter(seen ->
                                !seen.isAfter(quiet.seenAt()) && held.stage().equals(chat.stage()))
                        .map(_ -> held.ended(Ending.ABANDONED, clock.instant())));
    }

    private Mono<Void> waitAgain(Chat chat, String operator, Instant now) {
        return change(
                chat,
                held -> operators
                        .find(operator)
                        .filter(known -> known.seenAt().plus(VANISHED).isAfter(now))
                        .hasElement()
                        .filter(there -> !there && held.isRunBy(operator))
                        .map(_ -> held.waitingAgain(held.queue(), now)));
    }

    private Mono<Void> end(Chat chat, Ending ending) {
        return change(
                chat,
                held -> Mono.just(held)
                        .filter(same -> same.stage().equals(chat.stage()))
                        .map(same -> same.ended(ending, clock.instant())));
    }

    /** @param decision what becomes of the chat that is held; empty when nothing does */
    private Mono<Void> change(Chat chat, Function<Chat, Mono<Chat>> decision) {
        return unitOfWork
                .commit(() -> chats.hold(chat.id())
                        .flatMap(held -> decision.apply(held)
                                .flatMap(after -> chats.put(after)
                                        .then(unheard.tell(held, after))
                                        .thenReturn(after))))
                .doOnNext(wakes::moved)
                .then();
    }

    /**
     * What a round knows beforehand.
     *
     * @param present subjects of the operators who have not vanished
     */
    private record Known(Map<String, Times> rules, Set<String> present) {

        Times times(String queue) {
            return rules.getOrDefault(queue, Times.USUAL);
        }
    }
}
