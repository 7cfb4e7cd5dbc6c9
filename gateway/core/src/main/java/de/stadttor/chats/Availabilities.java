package de.stadttor.chats;

import de.stadttor.chats.Availability.State;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Whether somebody would come, and when. */
public final class Availabilities {

    private final Queues queues;
    private final ChatRulebook rulebook;
    private final Chats chats;
    private final Operators operators;
    private final Clock clock;

    public Availabilities(Queues queues, ChatRulebook rulebook, Chats chats, Operators operators, Clock clock) {
        this.queues = queues;
        this.rulebook = rulebook;
        this.chats = chats;
        this.operators = operators;
        this.clock = clock;
    }

    /** Refused for a queue without chat, or none. */
    public Mono<Availability> of(String queue) {
        return rulebook.of(queue)
                .filter(ChatSettings::enabled)
                .zipWith(queues.find(queue))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())))
                .flatMap(both -> of(both.getT2(), both.getT1()));
    }

    private Mono<Availability> of(Queue queue, ChatSettings settings) {
        Instant now = clock.instant();
        return Mono.zip(
                        anybodyThere(queue.key(), now),
                        chats.ahead(queue.key(), now.plusSeconds(1)),
                        waits(queue.key()))
                .map(all -> new Availability(
                        queue,
                        settings,
                        state(settings, now, all.getT1(), all.getT2()),
                        all.getT2(),
                        WaitEstimate.of(all.getT3(), all.getT2() + 1).orElse(null),
                        settings.hours().opensAt(now).orElse(null)));
    }

    private static State state(ChatSettings settings, Instant now, boolean anybody, int waiting) {
        if (!settings.hours().isOpen(now)) {
            return State.CLOSED;
        }
        if (!anybody) {
            return State.NOBODY;
        }
        return waiting >= settings.mostWaiting() ? State.FULL : State.OPEN;
    }

    private Mono<Boolean> anybodyThere(String queue, Instant now) {
        return operators
                .presentSince(now.minus(Operator.PRESENT))
                .any(operator -> operator.available() && operator.worksOn(queue));
    }

    private Mono<List<WaitEstimate.Wait>> waits(String queue) {
        return chats.waits(queue, WaitEstimate.LOOKED_AT).collectList();
    }
}
