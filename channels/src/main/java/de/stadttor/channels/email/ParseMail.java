package de.stadttor.channels.email;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;

/**
 * The command {@code parse-mail FILE...}: prints one JSON object per line and file to standard output; a folder stands
 * for all files in it. A file that cannot be read gives a line with {@code error} and never stops the rest. Nothing
 * else goes to standard output: whatever libraries log goes to standard error. Settings: {@link ReaderSettings}.
 */
public final class ParseMail {

    private final MailReader reader;
    private final PrintStream output;

    ParseMail(MailReader reader, PrintStream output) {
        this.reader = reader;
        this.output = output;
    }

    /** Exit code 0 when all was read or told, 2 without arguments. */
    public static void main(String[] arguments) {
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        if (arguments.length == 0) {
            System.err.println("usage: parse-mail FILE...");
            System.exit(2);
        }
        System.setOut(System.err);
        var standardOutput = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        try (PrintStream output = new PrintStream(standardOutput, false, StandardCharsets.UTF_8)) {
            ParseMail command = new ParseMail(ReaderSettings.reader(System.getenv()), output);
            Stream.of(arguments).forEach(argument -> command.files(Path.of(argument)));
        } catch (IOException | GeneralSecurityException unusable) {
            System.err.println("a setting cannot be used: " + unusable.getMessage());
            System.exit(2);
        }
    }

    /** Prints a line for {@code path}, or one for each file below it. */
    void files(Path path) {
        if (!Files.isDirectory(path)) {
            file(path);
            return;
        }
        try {
            FilesBelow.of(path).forEach(this::file);
        } catch (IOException unreadable) {
            print(MailJson.failure(path.toString(), "folder cannot be read"));
        }
    }

    private void file(Path file) {
        print(read(file));
    }

    /** One line for {@code file}. A defect of ours in one message must not cost the others, so everything is caught. */
    @SuppressWarnings("CatchingUnchecked")
    private String read(Path file) {
        try {
            return MailJson.line(file.toString(), reader.read(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            return MailJson.failure(
                    file.toString(),
                    "file cannot be read: " + unreadable.getClass().getSimpleName());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
            return MailJson.failure(
                    file.toString(),
                    "message cannot be read: " + defect.getClass().getSimpleName());
        }
    }

    private void print(String line) {
        output.print(line);
        output.print('\n');
    }
}
