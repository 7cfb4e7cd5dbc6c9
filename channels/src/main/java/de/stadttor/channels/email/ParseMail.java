package de.stadttor.channels.email;

import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.secure.KeyFolder;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.NameServers;
import de.stadttor.channels.email.sender.OwnCheck;
import de.stadttor.channels.email.sender.SenderCheck;
import de.stadttor.channels.email.sender.TrustedServer;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The command {@code parse-mail FILE...}: prints one JSON object per line and file to standard output; a folder stands
 * for all files in it. A file that cannot be read gives a line with {@code error} and never stops the rest. Nothing
 * else goes to standard output: whatever libraries log goes to standard error.
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
            ParseMail command = new ParseMail(reader(System.getenv()), output);
            Stream.of(arguments).forEach(argument -> command.files(Path.of(argument)));
        } catch (IOException | GeneralSecurityException unusable) {
            System.err.println("a setting cannot be used: " + unusable.getMessage());
            System.exit(2);
        }
    }

    /**
     * Settings come from the environment: {@code STADTTOR_MAIL_KEYS} names a folder of keys,
     * {@code STADTTOR_MAIL_KEYS_PASSPHRASE} opens them, {@code STADTTOR_MAIL_AUTHSERV_ID} names the server whose
     * Authentication-Results are believed, {@code STADTTOR_MAIL_VERIFY_AT} our servers whose Received fields are
     * believed, so that we verify the sender ourselves with the name server at {@code STADTTOR_MAIL_DNS};
     * {@code STADTTOR_MAIL_LOOP_KEY} knows our own mail again. All are optional.
     */
    private static MailReader reader(Map<String, String> settings) throws IOException, GeneralSecurityException {
        String folder = settings.get("STADTTOR_MAIL_KEYS");
        String server = settings.get("STADTTOR_MAIL_AUTHSERV_ID");
        String loop = settings.get("STADTTOR_MAIL_LOOP_KEY");
        return new MailReader(
                loop == null ? LoopMark.UNKNOWN : LoopMark.signedWith(loop.getBytes(StandardCharsets.UTF_8)),
                folder == null
                        ? MailKeys.NONE
                        : KeyFolder.read(Path.of(folder), settings.getOrDefault("STADTTOR_MAIL_KEYS_PASSPHRASE", "")),
                server == null ? ownCheck(settings) : new TrustedServer(server));
    }

    private static SenderCheck ownCheck(Map<String, String> settings) throws UnknownHostException {
        String servers = settings.get("STADTTOR_MAIL_VERIFY_AT");
        if (servers == null) {
            return SenderCheck.NONE;
        }
        String dns = settings.get("STADTTOR_MAIL_DNS");
        return new OwnCheck(
                Set.copyOf(List.of(servers.strip().split("[,\\s]+", -1))),
                dns == null ? NameServers.ofSystem() : NameServers.at(dns));
    }

    /** Prints a line for {@code path}, or one for each file below it. */
    void files(Path path) {
        if (!Files.isDirectory(path)) {
            file(path);
            return;
        }
        try {
            List<Path> below = new ArrayList<>();
            Files.walkFileTree(path, new Below(below));
            below.stream().sorted().forEach(this::file);
        } catch (IOException unreadable) {
            print(MailJson.failure(path.toString(), "folder cannot be read"));
        }
    }

    /** Collects files, and also what cannot be looked into, so that it is told when its turn comes to be read. */
    private static final class Below extends SimpleFileVisitor<Path> {

        private final List<Path> files;

        Below(List<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes kind) {
            boolean link = kind.isSymbolicLink() && !Files.isDirectory(file);
            if (kind.isRegularFile() || link) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path unreadable, IOException cause) {
            files.add(unreadable);
            return FileVisitResult.CONTINUE;
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
