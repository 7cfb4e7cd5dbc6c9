package de.stadttor.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A folder for one run; gone when it is over.
 *
 * @param path absolute
 */
public record Folder(Path path) implements AutoCloseable {

    public static Folder fresh() throws IOException {
        return new Folder(Files.createTempDirectory("stadttor-bench-").toAbsolutePath());
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
