package de.stadttor.chats;

import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How things stand in a chat, as its citizen may know it. */
public final class CitizenView {

    /** Many may wait in a line that moves. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Chats chats;
    private final Queues queues;
    private final Availabilities availabilities;
    private final ChatWakes wakes;

    public CitizenView(Chats chats, Queues queues, Availabilities availabilities, ChatWakes wakes) {
        this.chats = chats;
        this.queues = queues;
        this.availabilities = availabilities;
        this.wakes = wakes;
    }

    /** How it stands now, and again whenever that has changed; for ever. */
    public Flux<Standing> watch(Chat chat) {
        return wakes.ofChat(chat.id(), chat.queue())
                .map(_ -> true)
                .startWith(true)
                .onBackpressureLatest()
                .concatMap(_ -> look(chat.id()).delayUntil(_ -> Mono.delay(PAUSE)), 1)
                .distinctUntilChanged()
                .checkpoint("watch chat");
    }

    private Mono<Standing> look(ChatId id) {
        return chats.find(id)
                .flatMap(chat -> queues.find(chat.queue())
                        .map(Queue::title)
                        .flatMap(title -> chat.stage() instanceof Stage.Waiting
                                ? waiting(chat, title)
                                : Mono.just(new Standing(chat, title, null, null))));
    }

    private Mono<Standing> waiting(Chat chat, String title) {
        return chats.ahead(chat.queue(), chat.about().openedAt())
                .map(ahead -> ahead + 1)
                .flatMap(place -> availabilities
                        .estimate(chat.queue(), place)
                        .map(Optional::stream)
                        .map(estimate -> new Standing(
                                chat, title, place, estimate.findFirst().orElse(null))));
    }

    /**
     * @param queue title of the queue it is in
     * @param place in the line, from 1; null when it does not wait
     * @param estimate how long it will wait; null when it does not, or too little is known
     */
    public record Standing(
            Chat chat,
            String queue,
            @Nullable Integer place,
            @Nullable Duration estimate) {}
}
