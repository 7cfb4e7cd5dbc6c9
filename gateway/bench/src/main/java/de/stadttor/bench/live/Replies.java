package de.stadttor.bench.live;

import de.stadttor.bench.machine.Api;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Caseworkers reply at a steady pace, whatever the answers take; each reply is one event in one citizen's feed. */
final class Replies {

    private final Api desk;
    private final Random random = new Random(20_261_122);

    Replies(Api desk) {
        this.desk = desk;
    }

    /**
     * Replies to tickets at random.
     *
     * @return once all are answered
     */
    Sent send(List<String> tickets, int perSecond, Duration time) {
        Map<String, Reply> sent = new ConcurrentHashMap<>();
        Map<String, Integer> refused = new ConcurrentHashMap<>();
        long total = perSecond * time.toSeconds();
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < total; i++) {
                LockSupport.parkNanos(begin + i * 1_000_000_000L / perSecond - System.nanoTime());
                String ticket = tickets.get(random.nextInt(tickets.size()));
                threads.execute(() -> reply(ticket, sent, refused));
            }
        }
        return new Sent(sent, refused);
    }

    private void reply(String ticket, Map<String, Reply> sent, Map<String, Integer> refused) {
        long now = Delivery.micros(Instant.now());
        try {
            var message =
                    desk.post("/api/desk/v1/tickets/" + ticket + "/replies", Map.of("text", "Wir kommen morgen."));
            sent.put(message.path("id").asString(), new Reply(ticket, now));
        } catch (IOException e) {
            refused.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param micros when it was sent, as in {@link Delivery} */
    record Reply(String ticket, long micros) {}

    /**
     * @param replies by the ids of their messages
     * @param refused how many requests were not answered as they should, by what happened instead
     */
    record Sent(Map<String, Reply> replies, Map<String, Integer> refused) {

        Sent {
            replies = Map.copyOf(replies);
            refused = Map.copyOf(refused);
        }

        /** When each was sent, but for those to some tickets. */
        Map<String, Long> except(Set<String> tickets) {
            return replies.entrySet().stream()
                    .filter(reply -> !tickets.contains(reply.getValue().ticket()))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, reply -> reply.getValue().micros()));
        }
    }
}
