package de.stadttor.channels.email;

import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.SenderCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our own mails with what a person would read out of them; a JSON file beside each says only what the mail is about.
 */
final class Corpus {

    static final MailReader READER = new MailReader(LoopMark.UNKNOWN, MailKeys.NONE, SenderCheck.NONE);

    private static final Path FOLDER = Path.of("src/test/resources/email/corpus");
    private static final JsonMapper JSON = new JsonMapper();

    private Corpus() {}

    static List<Path> mails() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static byte[] bytes(Path mail) {
        try {
            return Files.readAllBytes(mail);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static JsonNode expected(Path mail) {
        String name = mail.getFileName().toString().replaceFirst("\\.eml$", ".json");
        return JSON.readTree(mail.resolveSibling(name).toFile());
    }

    /** What the command would print, without the file's name. */
    static JsonNode read(byte[] raw) {
        return JSON.readTree(MailJson.line("", READER.read(raw)));
    }
}
