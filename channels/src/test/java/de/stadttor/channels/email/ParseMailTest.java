package de.stadttor.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ParseMailTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void printsOneLineForEachFileOfAFolder() throws IOException {
        Files.writeString(folder.resolve("a.eml"), "Subject: eins\n\nText\n");
        Files.createDirectory(folder.resolve("unter"));
        Files.writeString(folder.resolve("unter").resolve("b.eml"), "Subject: zwei\n\nText\n");
        assertThat(lines(folder))
                .extracting(line -> line.path("subject").stringValue())
                .containsExactly("eins", "zwei");
    }

    @Test
    void tellsOfAFileThatIsNotThereAndGoesOn() throws IOException {
        Path there = Files.writeString(folder.resolve("a.eml"), "Subject: eins\n\nText\n");
        List<JsonNode> lines = lines(folder.resolve("fehlt.eml"), there);
        assertThat(lines.get(0).path("error").stringValue()).contains("cannot be read");
        assertThat(lines.get(0).path("attachments").isArray()).isTrue();
        assertThat(lines.get(1).path("error").isNull()).isTrue();
    }

    @Test
    void tellsOfALinkThatLeadsNowhereWithinAFolder() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.eml"), folder.resolve("fehlt.eml"));
        Files.writeString(folder.resolve("b.eml"), "Subject: zwei\n\nText\n");
        List<JsonNode> lines = lines(folder);
        assertThat(lines.get(0).path("error").stringValue()).contains("cannot be read");
        assertThat(lines.get(1).path("subject").stringValue()).isEqualTo("zwei");
    }

    @Test
    void saysThatAFileIsEmpty() throws IOException {
        JsonNode line = lines(Files.createFile(folder.resolve("leer.eml"))).getFirst();
        assertThat(line.path("error").isNull()).isTrue();
        assertThat(line.path("warnings").valueStream().map(JsonNode::stringValue))
                .contains("empty-message");
    }

    @Test
    void keepsEachObjectOnOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("a.eml"), "Subject: x\n\nZeile 1\nZeile 2\u2028Zeile 3\n");
        lines(file);
        assertThat(output.toString(StandardCharsets.UTF_8).strip().lines()).hasSize(1);
    }

    private List<JsonNode> lines(Path... paths) {
        ParseMail command = new ParseMail(Corpus.READER, new PrintStream(output, true, StandardCharsets.UTF_8));
        List.of(paths).forEach(command::files);
        return output.toString(StandardCharsets.UTF_8)
                .lines()
                .map(new JsonMapper()::readTree)
                .toList();
    }
}
