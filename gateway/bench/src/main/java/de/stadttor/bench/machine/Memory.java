package de.stadttor.bench.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a JVM holds after a garbage collection.
 *
 * @param heapKilobytes in use
 * @param residentKilobytes of the whole process; empty where the system does not tell
 */
record Memory(long heapKilobytes, OptionalLong residentKilobytes) {

    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    static Memory of(long pid) throws IOException, InterruptedException {
        ask(pid, "GC.run");
        var heap = HEAP_USED.matcher(ask(pid, "GC.heap_info"));
        if (!heap.find()) {
            throw new IOException("the JVM does not tell how much of its heap is in use");
        }
        return new Memory(Long.parseLong(heap.group(1)), resident(pid));
    }

    /** Heap that so many connections have added since {@code before}, in kilobytes for each. */
    double heapEach(Memory before, int number) {
        return (double) (heapKilobytes - before.heapKilobytes) / number;
    }

    /** The same of the whole process; {@code NaN} where the system does not tell. */
    double residentEach(Memory before, int number) {
        return residentKilobytes.isEmpty() || before.residentKilobytes.isEmpty()
                ? Double.NaN
                : (double) (residentKilobytes.getAsLong() - before.residentKilobytes.getAsLong()) / number;
    }

    private static OptionalLong resident(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return OptionalLong.empty();
        }
        var resident = RESIDENT.matcher(Files.readString(status));
        return resident.find() ? OptionalLong.of(Long.parseLong(resident.group(1))) : OptionalLong.empty();
    }

    private static String ask(long pid, String command) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), command).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer;
    }
}
