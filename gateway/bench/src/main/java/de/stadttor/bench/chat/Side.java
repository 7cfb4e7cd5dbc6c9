package de.stadttor.bench.chat;

import de.stadttor.bench.chat.ChatProcess.Slice;
import de.stadttor.bench.machine.Cpu;
import de.stadttor.bench.machine.Server;
import de.stadttor.bench.report.Latencies;
import de.stadttor.bench.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A server with its chats, and how it did in its slices of the measured time. */
final class Side {

    private static final double MILLIS_PER_NANO = 1e-6;

    private final String name;
    private final Server server;
    private final ChatProcess chats;
    private final List<Double> latencies = new ArrayList<>();
    private long unanswered;
    private Duration cpu = Duration.ZERO;
    private Duration databaseCpu = Duration.ZERO;

    Side(String name, Server server, ChatProcess chats) {
        this.name = name;
        this.server = server;
        this.chats = chats;
    }

    void open(int number) throws IOException {
        System.err.println("  " + number + " chats with " + name);
        chats.open(number);
    }

    /** Writes without counting how long it takes; what stays unanswered counts. */
    void warmUp(int perSecond, long seconds) throws IOException {
        System.err.println("  " + perSecond + " messages/s to " + name + " (warm-up)");
        unanswered += chats.send(perSecond, seconds).unanswered();
    }

    void slice(int perSecond, long seconds) throws IOException {
        System.err.println("  " + perSecond + " messages/s to " + name);
        Duration before = used(server.pid());
        Duration databaseBefore = used(server.database().pid());
        Slice slice = chats.send(perSecond, seconds);
        cpu = cpu.plus(used(server.pid()).minus(before));
        databaseCpu = databaseCpu.plus(used(server.database().pid()).minus(databaseBefore));
        latencies.addAll(slice.latencies());
        unanswered += slice.unanswered();
    }

    double p50() {
        return Latencies.of(latencies).percentile(50);
    }

    long unanswered() {
        return unanswered;
    }

    static Table table() {
        return new Table(
                "server", "messages", "p50 ms", "p95 ms", "p99 ms", "last ms", "unanswered", "CPU ms", "database ms");
    }

    void row(Table table) {
        Latencies all = Latencies.of(latencies);
        table.row(
                name,
                all.count(),
                all.shown(50),
                all.shown(95),
                all.shown(99),
                all.shown(100),
                unanswered,
                each(cpu),
                each(databaseCpu));
    }

    private String each(Duration used) {
        return used.isZero() || latencies.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.2f", used.toNanos() * MILLIS_PER_NANO / latencies.size());
    }

    private static Duration used(long pid) {
        return Cpu.of(pid).orElse(Duration.ZERO);
    }
}
