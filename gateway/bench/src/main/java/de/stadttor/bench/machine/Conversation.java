package de.stadttor.bench.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A process of this Java that is told by lines and answers by lines. */
public final class Conversation implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;

    private Conversation(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.commands = process.outputWriter();
    }

    /** @param arguments all that follows {@code java} */
    public static Conversation start(String... arguments) throws IOException {
        return new Conversation(JavaProcess.launch(
                JavaProcess.builder(List.of(arguments)).redirectError(ProcessBuilder.Redirect.INHERIT)));
    }

    public void say(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
    }

    /** The next line of the process; waits for it. */
    public String hear() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("A process of the benchmark has ended");
        }
        return line;
    }

    @Override
    public void close() {
        JavaProcess.end(process);
    }
}
