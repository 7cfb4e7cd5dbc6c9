package de.stadttor.chats;

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
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does what nobody does: ends chats that were left, and passes on those that nobody takes. Any node may do it. */
public final class ChatRounds {

    /** After it the chats of an operator who vanished wait again. */
    private static final Duration VANISHED = Duration.ofMinutes(1);

    /** The shortest time that a rule can name. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final int A_ROUND = 1000;

    private final Chats chats;
    private final Operators operators;
    private final ChatRulebook rulebook;
    private final Tickets tickets;
    private final Seats seats;
    private final Unheard unheard;
    private final UnitOfWork unitOfWork;
    private final ChatWakes wakes;
    private final Clock clock;

    public ChatRounds(
            Chats chats,
            Operators operators,
            ChatRulebook rulebook,
            Tickets tickets,
            Seats seats,
            Unheard unheard,
            UnitOfWork unitOfWork,
            ChatWakes wakes,
            Clock clock) {
        this.chats = chats;
        this.operators = operators;
        this.rulebook = rulebook;
        this.tickets = tickets;
        this.seats = seats;
        this.unheard = unheard;
        this.unitOfWork = unitOfWork;
        this.wakes = wakes;
        this.clock = clock;
    }

    /** A round once in every {@code interval}, for ever; one that fails is left to the next. */
    public Flux<Void> every(Duration interval) {
        return Flux.interval(interval).onBackpressureDrop().concatMap(_ -> round().onErrorComplete(), 1);
    }

    Mono<Void> round() {
        return Flux.defer(() -> {
                    Instant now = clock.instant();
                    return chats.quiet(now.minus(SHORTEST), now.minus(SHORTEST), now, A_ROUND);
                })
                .concatMap(quiet -> rulebook.of(quiet.chat().queue())
                        .map(ChatSettings::times)
                        .defaultIfEmpty(ChatSettings.Times.USUAL)
                        .flatMap(times -> look(quiet, times)))
                .then();
    }

    private Mono<Void> look(Quiet quiet, ChatSettings.Times times) {
        Instant now = clock.instant();
        Chat chat = quiet.chat();
        if (quiet.seenAt().plus(times.abandoned()).isBefore(now)) {
            return end(chat, Ending.ABANDONED);
        }
        return switch (chat.stage()) {
            case Waiting waiting -> look(chat, waiting, times.patience(), now);
            case Running running -> look(chat, running, times.idle(), now);
            case Over _ -> Mono.empty();
        };
    }

    private Mono<Void> look(Chat chat, Waiting waiting, Duration patience, Instant now) {
        Stage.Offer offer = waiting.offer();
        if (offer != null && !offer.until().isAfter(now)) {
            return seats.leave(chat.id(), offer.operator());
        }
        return waiting.since().plus(patience).isBefore(now) ? end(chat, Ending.UNATTENDED) : Mono.empty();
    }

    private Mono<Void> look(Chat chat, Running running, Duration idle, Instant now) {
        return operators
                .find(running.operator())
                .filter(operator -> operator.seenAt().plus(VANISHED).isAfter(now))
                .hasElement()
                .flatMap(there -> there ? endIfIdle(chat, running, idle, now) : waitAgain(chat, running, now));
    }

    /** Every message changes its ticket. */
    private Mono<Void> endIfIdle(Chat chat, Running running, Duration idle, Instant now) {
        Instant before = now.minus(idle);
        return running.since().isBefore(before)
                ? tickets.find(chat.about().ticket())
                        .map(Ticket::updatedAt)
                        .filter(updated -> updated.isBefore(before))
                        .flatMap(_ -> end(chat, Ending.IDLE))
                : Mono.empty();
    }

    private Mono<Void> waitAgain(Chat chat, Running running, Instant now) {
        return change(chat, held -> held.isRunBy(running.operator()) ? held.waitingAgain(held.queue(), now) : held)
                .then();
    }

    private Mono<Void> end(Chat chat, Ending ending) {
        return change(chat, held -> held.stage().equals(chat.stage()) ? held.ended(ending, clock.instant()) : held)
                .then();
    }

    private Mono<Chat> change(Chat chat, UnaryOperator<Chat> decision) {
        return unitOfWork
                .commit(() -> chats.hold(chat.id()).flatMap(held -> {
                    Chat after = decision.apply(held);
                    return after.equals(held)
                            ? Mono.empty()
                            : chats.put(after).then(unheard.tell(held, after)).thenReturn(after);
                }))
                .doOnNext(wakes::moved);
    }
}
