package de.stadttor.bench.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * All chats with one server, in a process of its own. It is told by lines of its standard input, and answers each with
 * one: how many chats there are, what became of what was written, what went wrong.
 */
final class ChatClients {

    /** When so long nothing was acknowledged, the rest is lost. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();

    private static final long GLANCE_MILLIS = 20;
    private static final int BEGINNING_AT_ONCE = 8;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Place place;
    private final Tally tally;
    private final Path folder;
    private final Random random = new Random(20_261_123);
    private final List<CitizenClient> citizens = new ArrayList<>();

    private ChatClients(Place place, Tally tally, Path folder) {
        this.place = place;
        this.tally = tally;
        this.folder = folder;
    }

    /** @param arguments URL of the server, own address, folder; in it the tokens of its operators, if it has any */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // As browsers do, from a page of the server's own.
        var origin = arguments[0].replace("127.0.0.1", "localhost");
        var http = HttpClient.create(ConnectionProvider.newConnection())
                .bindAddress(() -> new InetSocketAddress(arguments[1], 0))
                .headers(headers -> headers.set("Origin", origin));
        Path folder = Path.of(arguments[2]);
        List<String> tokens = Files.readAllLines(folder.resolve(ChatProcess.TOKENS));
        var tally = new Tally();
        Place place = tokens.isEmpty()
                ? new BareRoom(http, arguments[0], tally)
                : Office.staffed(http, arguments[0], tokens, tally);
        System.out.println("ready");
        new ChatClients(place, tally, folder)
                .serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        System.exit(0);
    }

    private void serve(BufferedReader commands) throws IOException, InterruptedException {
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            String[] words = command.split(" ", -1);
            System.out.println(
                    switch (words[0]) {
                        case "open" -> open(Integer.parseInt(words[1]));
                        case "send" -> send(Long.parseLong(words[1]), Long.parseLong(words[2]));
                        case "report" -> report();
                        default -> throw new IllegalArgumentException(command);
                    });
        }
    }

    /** Begins chats until there are so many; how many there are. */
    private int open(int total) {
        Flux.range(citizens.size(), total - citizens.size())
                .flatMapSequential(place::begin, BEGINNING_AT_ONCE)
                .doOnNext(citizens::add)
                .blockLast(Duration.ofMinutes(20));
        return citizens.size();
    }

    /** Lets citizens at random write at a steady pace, whatever the answers take; how many never were answered. */
    private long send(long perSecond, long seconds) throws IOException, InterruptedException {
        long before = tally.open();
        tally.takeLatencies();
        long begin = System.nanoTime();
        for (long i = 0; i < perSecond * seconds; i++) {
            long due = begin + i * SECOND / perSecond;
            LockSupport.parkNanos(due - System.nanoTime());
            citizens.get(random.nextInt(citizens.size())).write(due);
        }
        settle();
        write(ChatProcess.LATENCIES, tally.takeLatencies());
        return tally.open() - before;
    }

    private void settle() throws InterruptedException {
        long open = tally.open();
        long moved = System.nanoTime();
        while (open > 0 && System.nanoTime() - moved < PATIENCE_NANOS) {
            Thread.sleep(GLANCE_MILLIS);
            if (tally.open() != open) {
                open = tally.open();
                moved = System.nanoTime();
            }
        }
    }

    private String report() throws IOException {
        write(ChatProcess.ACKNOWLEDGED, tally.acknowledgedMarks());
        write(ChatProcess.TOLD, tally.toldMarks());
        return new Faults(
                        tally.misplacedSoFar(),
                        citizens.stream().filter(CitizenClient::isGone).count(),
                        tally.refusals())
                .toString();
    }

    private void write(String file, Iterable<?> lines) throws IOException {
        List<String> written = new ArrayList<>();
        lines.forEach(line -> written.add(line.toString()));
        Files.write(folder.resolve(file), written);
    }
}
