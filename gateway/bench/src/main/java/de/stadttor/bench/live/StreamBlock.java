package de.stadttor.bench.live;

import de.stadttor.bench.machine.Conversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A block of streams as its benchmark sees it. Few enough for the limit of open files of one process. */
final class StreamBlock implements AutoCloseable {

    static final int MOST = 9_000;

    private final Conversation process;
    private final Path deliveries;
    private final int size;
    private final long begun;

    private StreamBlock(Conversation process, Path deliveries, int size, long begun) {
        this.process = process;
        this.deliveries = deliveries;
        this.size = size;
        this.begun = begun;
    }

    /**
     * Connects a stream for each token and waits until all have begun or failed.
     *
     * @param number of the block: each has an address of its own, and so ports of its own
     */
    static StreamBlock connect(int number, String url, List<String> tokens, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("block-" + number + ".tokens"), tokens);
        Path deliveries = folder.resolve("block-" + number + ".deliveries");
        var process = Conversation.start(
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=load-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                StreamClients.class.getName(),
                url,
                "127.0.0." + (number + 2),
                file.toString(),
                deliveries.toString());
        return new StreamBlock(process, deliveries, tokens.size(), Long.parseLong(process.hear()));
    }

    int size() {
        return size;
    }

    /** Streams that could not begin. */
    long missing() {
        return size - begun;
    }

    /** Lets every tenth stream read no more; their number. */
    long slow() throws IOException {
        process.say("slow");
        return Long.parseLong(process.hear());
    }

    /** Streams that the program has ended. */
    long ended() throws IOException {
        process.say("ended");
        return Long.parseLong(process.hear());
    }

    /** Everything that came so far. */
    List<Delivery> deliveries() throws IOException {
        process.say("deliveries");
        process.hear();
        return Files.readAllLines(deliveries).stream().map(Delivery::of).toList();
    }

    /** Ends all streams. */
    @Override
    public void close() {
        process.close();
    }
}
