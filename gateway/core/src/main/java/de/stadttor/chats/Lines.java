package de.stadttor.chats;

import de.stadttor.chats.WaitEstimate.Wait;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lines before queues, read once for all who wait in them: when one moves up, everybody behind looks. */
final class Lines {

    private static final int LONGEST = 1000;

    /** So old may a place be that is told. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private final Chats chats;
    private final Map<String, Mono<InLine>> readings = new ConcurrentHashMap<>();

    Lines(Chats chats) {
        this.chats = chats;
    }

    Mono<InLine> of(String queue) {
        return readings.computeIfAbsent(queue, key -> read(key).cache(FRESH));
    }

    private Mono<InLine> read(String queue) {
        return Mono.zip(
                chats.waiting(queue, LONGEST).map(Chat::id).collectList().map(Lines::places),
                chats.waits(queue, WaitEstimate.LOOKED_AT).collectList(),
                InLine::new);
    }

    private static Map<ChatId, Integer> places(List<ChatId> line) {
        Map<ChatId, Integer> places = new HashMap<>();
        line.forEach(chat -> places.put(chat, places.size() + 1));
        return places;
    }

    /**
     * @param places from 1
     * @param waits the newest that have ended
     */
    record InLine(Map<ChatId, Integer> places, List<Wait> waits) {

        /** Null for a chat that has come too lately to be seen, or waits no more. */
        @Nullable
        Integer place(ChatId chat) {
            return places.get(chat);
        }

        Optional<Duration> estimate(int place) {
            return WaitEstimate.of(waits, place);
        }
    }
}
