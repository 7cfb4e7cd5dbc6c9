package de.stadttor.bench.chat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What happens in all chats of a process. */
final class Tally {

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Queue<Long> latencies = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final AtomicLong open = new AtomicLong();
    private final LongAdder misplaced = new LongAdder();

    void sent() {
        open.incrementAndGet();
    }

    /** @param micros from when it was due to be sent until the acknowledgement was read */
    void acknowledged(String mark, long micros) {
        acknowledged.add(mark);
        latencies.add(micros);
        open.decrementAndGet();
    }

    void refused(String code) {
        refused.merge(code, 1, Integer::sum);
        open.decrementAndGet();
    }

    /** An operator was told. */
    void told(Mark mark) {
        told.add(mark.toString());
    }

    /** An acknowledgement came after what it should have come before. */
    void misplaced() {
        misplaced.increment();
    }

    /** Messages that were neither acknowledged nor refused so far. */
    long open() {
        return open.get();
    }

    long misplacedSoFar() {
        return misplaced.sum();
    }

    Collection<String> acknowledgedMarks() {
        return List.copyOf(acknowledged);
    }

    Collection<String> toldMarks() {
        return List.copyOf(told);
    }

    Map<String, Integer> refusals() {
        return Map.copyOf(refused);
    }

    /** Those since it was asked last. */
    List<Long> takeLatencies() {
        List<Long> taken = List.copyOf(latencies);
        latencies.clear();
        return taken;
    }
}
