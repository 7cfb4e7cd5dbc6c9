package de.stadttor.bench.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a benchmark is told at its start.
 *
 * @param program folder of the packaged program
 * @param jvm flags of the program's JVM, also given to what it is held against
 * @param warmUp load before anything is measured; a young JVM costs three times as much
 * @param measured time of load at each point
 * @param clients most live streams, or chats, at once
 */
public record Options(Path program, List<String> jvm, Duration warmUp, Duration measured, int clients) {

    private static final int STREAMS = 19_000;
    private static final Set<String> NAMES = Set.of("--program", "--jvm", "--warm-up", "--seconds", "--clients");

    public Options {
        jvm = List.copyOf(jvm);
    }

    /**
     * Reads {@code --name=value}.
     *
     * @throws IllegalArgumentException when it does not know a name
     */
    public static Options of(String... arguments) {
        return of(STREAMS, arguments);
    }

    /**
     * The same.
     *
     * @param clients when nothing is said of them
     */
    public static Options of(int clients, String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2 || !NAMES.contains(parts[0])) {
                throw new IllegalArgumentException("not understood: " + argument
                        + " (known: --warm-up=SECONDS, --seconds=SECONDS, --clients=NUMBER)");
            }
            given.put(parts[0], parts[1]);
        }
        return new Options(
                Path.of(given.getOrDefault("--program", "gateway/app/target/program"))
                        .toAbsolutePath(),
                Arrays.stream(given.getOrDefault("--jvm", "").split(" "))
                        .filter(flag -> !flag.isEmpty())
                        .toList(),
                seconds(given.getOrDefault("--warm-up", "60")),
                seconds(given.getOrDefault("--seconds", "20")),
                Integer.parseInt(given.getOrDefault("--clients", Integer.toString(clients))));
    }

    private static Duration seconds(String value) {
        return Duration.ofSeconds(Long.parseLong(value));
    }
}
