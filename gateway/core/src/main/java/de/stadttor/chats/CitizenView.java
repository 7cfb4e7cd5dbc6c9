package de.stadttor.chats;

import de.stadttor.chats.ChatWakes.Topic;
import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How things stand in a chat, as its citizen may know it. */
public final class CitizenView {

    /** Who talks hears at once. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Many may wait in a line that moves. */
    private static final Duration LINE_PAUSE = Duration.ofSeconds(1);

    private final Chats chats;
    private final Queues queues;
    private final Lines lines;
    private final ChatWakes wakes;

    public CitizenView(Chats chats, Queues queues, ChatWakes wakes) {
        this.chats = chats;
        this.queues = queues;
        this.lines = new Lines(chats);
        this.wakes = wakes;
    }

    /** How it stands now, and again whenever that has changed; for ever. */
    public Flux<Standing> watch(Chat chat) {
        return Flux.defer(() -> {
            var last = new AtomicReference<>(chat);
            Flux<Topic> line = wakes.ofLines()
                    .filter(moved -> waitsIn(last.get(), moved.queue()))
                    .sample(LINE_PAUSE)
                    .cast(Topic.class);
            return Flux.merge(wakes.ofChat(chat.id()), line)
                    .map(_ -> true)
                    .startWith(true)
                    .onBackpressureLatest()
                    .concatMap(_ -> look(chat.id()).concatWith(Mono.delay(PAUSE).then(Mono.empty())), 1)
                    .doOnNext(standing -> last.set(standing.chat()))
                    .distinctUntilChanged()
                    .checkpoint("watch chat");
        });
    }

    private static boolean waitsIn(Chat chat, String queue) {
        return chat.stage() instanceof Stage.Waiting && chat.queue().equals(queue);
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
        return lines.of(chat.queue()).flatMap(line -> {
            Integer place = line.place(chat.id());
            return place == null ? alone(chat, title) : Mono.just(standing(chat, title, place, line.estimate(place)));
        });
    }

    /** Somebody who has come since the line was read. */
    private Mono<Standing> alone(Chat chat, String title) {
        return chats.ahead(chat.queue(), chat.about().openedAt())
                .zipWith(lines.of(chat.queue()))
                .map(both ->
                        standing(chat, title, both.getT1() + 1, both.getT2().estimate(both.getT1() + 1)));
    }

    private static Standing standing(Chat chat, String title, int place, Optional<Duration> estimate) {
        return new Standing(chat, title, place, estimate.orElse(null));
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
