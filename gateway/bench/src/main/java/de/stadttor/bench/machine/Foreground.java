package de.stadttor.bench.machine;

import java.io.IOException;
import java.util.List;

/** Processes of this Java that do one thing and end. */
public final class Foreground {

    private Foreground() {}

    /**
     * Runs one to its end; its errors go where ours go.
     *
     * @param arguments all that follows {@code java}
     * @return the lines it printed
     * @throws IOException when it fails
     */
    public static List<String> run(List<String> arguments) throws IOException, InterruptedException {
        Process process =
                JavaProcess.launch(JavaProcess.builder(arguments).redirectError(ProcessBuilder.Redirect.INHERIT));
        List<String> lines = process.inputReader().lines().toList();
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(
                    "A process of the benchmark ended with status " + status + ": " + String.join("\n", lines));
        }
        return lines;
    }
}
