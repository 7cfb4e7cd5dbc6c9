package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The first block of commands in a document.
 *
 * @param commands as printed
 */
record PrintedTour(String commands) {

    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    /** @param document by its path in the repository */
    static PrintedTour in(String document) throws IOException {
        var block = BLOCK.matcher(Files.readString(Path.of("../..", document)));
        assertThat(block.find()).isTrue();
        return new PrintedTour(block.group(1));
    }

    /** What a shell says that runs it; whatever fails ends it. */
    String walk(String url) throws IOException, InterruptedException {
        Path output = Files.createTempFile("tour", ".txt");
        var shell = new ProcessBuilder(List.of("bash", "-euo", "pipefail", "-c", commands))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("S", url);
        Process process = shell.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
