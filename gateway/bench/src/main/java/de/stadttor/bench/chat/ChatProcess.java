package de.stadttor.bench.chat;

import de.stadttor.bench.machine.Conversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All chats with one server as their benchmark sees them. */
final class ChatProcess implements AutoCloseable {

    static final String TOKENS = "tokens";
    static final String LATENCIES = "latencies";
    static final String ACKNOWLEDGED = "acknowledged";
    static final String TOLD = "told";

    private static final double MICROS_PER_MILLI = 1e3;

    private final Conversation process;
    private final Path folder;

    private ChatProcess(Conversation process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Starts it, and waits until the operators are at work.
     *
     * @param source loopback address of its own, and so ports of its own
     * @param tokens of operators; none for the bare server
     * @param folder of its own
     */
    static ChatProcess start(String url, String source, List<String> tokens, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(TOKENS), tokens);
        var process = Conversation.start(
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=load-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                ChatClients.class.getName(),
                url,
                source,
                folder.toString());
        process.hear();
        return new ChatProcess(process, folder);
    }

    /** Begins chats until there are so many. */
    void open(int total) throws IOException {
        ask("open " + total);
    }

    /** Has citizens write; what became of it. */
    Slice send(int perSecond, long seconds) throws IOException {
        long unanswered = Long.parseLong(ask("send " + perSecond + " " + seconds));
        List<Double> latencies = new ArrayList<>();
        for (String micros : lines(LATENCIES)) {
            latencies.add(Long.parseLong(micros) / MICROS_PER_MILLI);
        }
        return new Slice(latencies, unanswered);
    }

    /** What went wrong so far; the files are complete then. */
    Faults report() throws IOException {
        return Faults.of(ask("report"));
    }

    /** Marks of messages that were acknowledged, as of the last report. */
    List<String> acknowledged() throws IOException {
        return lines(ACKNOWLEDGED);
    }

    /** Marks of messages as operators were told of them, as of the last report. */
    List<String> told() throws IOException {
        return lines(TOLD);
    }

    /** All go, without a word. */
    void leave() {
        process.close();
    }

    @Override
    public void close() {
        leave();
    }

    private String ask(String command) throws IOException {
        process.say(command);
        return process.hear();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    /**
     * A while of writing.
     *
     * @param latencies in milliseconds, of each acknowledgement
     * @param unanswered messages that were neither acknowledged nor refused
     */
    record Slice(List<Double> latencies, long unanswered) {

        Slice {
            latencies = List.copyOf(latencies);
        }
    }
}
