package de.stadttor.bench.live;

import com.nimbusds.jose.JOSEException;
import de.stadttor.bench.machine.DemoTokens;
import de.stadttor.bench.machine.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All streams there are, in blocks. */
final class Crowd implements AutoCloseable {

    /** When so long nothing came, the rest is lost; longer than the program takes to notice a wake-up gone astray. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Server program;
    private final DemoTokens tokens;
    private final Path folder;
    private final List<StreamBlock> blocks = new ArrayList<>();
    private int made;

    Crowd(Server program, DemoTokens tokens, Path folder) {
        this.program = program;
        this.tokens = tokens;
        this.folder = folder;
    }

    int size() {
        return blocks.stream().mapToInt(StreamBlock::size).sum();
    }

    /** Streams that could not begin. */
    long missing() {
        return blocks.stream().mapToLong(StreamBlock::missing).sum();
    }

    /** Adds a stream for each citizen that has none yet, until there are {@code total}. */
    void growTo(int total) throws IOException, JOSEException {
        while (size() < total) {
            List<String> next = new ArrayList<>();
            for (int i = size(); i < total && next.size() < StreamBlock.MOST; i++) {
                next.add(tokens.citizen(Population.name(i)));
            }
            connect(next);
        }
    }

    /** Adds that many streams of one citizen. */
    void follow(int citizen, int streams) throws IOException, JOSEException {
        connect(Collections.nCopies(streams, tokens.citizen(Population.name(citizen))));
    }

    /** Lets every tenth stream of each block read no more; their numbers. */
    Set<Integer> slow() throws IOException {
        Set<Integer> slow = new HashSet<>();
        int before = 0;
        for (StreamBlock block : blocks) {
            long stopped = block.slow();
            for (int i = 0; i < stopped; i++) {
                slow.add(before + i * StreamClients.SLOW);
            }
            before += block.size();
        }
        return slow;
    }

    /** Streams that the program has ended so far. */
    long ended() throws IOException {
        long ended = 0;
        for (StreamBlock block : blocks) {
            ended += block.ended();
        }
        return ended;
    }

    /** What {@code sent} became, when nothing more comes. */
    Arrivals arrivals(Map<String, Long> sent, int streams) throws IOException, InterruptedException {
        int before;
        var arrivals = Arrivals.of(sent, List.of(), streams);
        do {
            before = arrivals.latencies().count();
            Thread.sleep(PATIENCE);
            arrivals = Arrivals.of(sent, deliveries(), streams);
        } while (arrivals.lost() > 0 && arrivals.latencies().count() > before);
        return arrivals;
    }

    List<Delivery> deliveries() throws IOException {
        List<Delivery> all = new ArrayList<>();
        int before = 0;
        for (StreamBlock block : blocks) {
            for (Delivery delivery : block.deliveries()) {
                all.add(delivery.behind(before));
            }
            before += block.size();
        }
        return all;
    }

    @Override
    public void close() {
        blocks.forEach(StreamBlock::close);
        blocks.clear();
    }

    private void connect(List<String> tokens) throws IOException {
        blocks.add(StreamBlock.connect(made++, program.url(), tokens, folder));
    }
}
