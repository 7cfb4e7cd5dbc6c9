package de.stadttor.survival;

import de.stadttor.gateway.TestHome;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The program as jars with a cache of its loaded and linked classes (JEP 514), as {@code ./stadttor} makes one: it
 * halves the time of every start, and a JVM takes it for jars only.
 */
final class Packaged {

    /** Of this JVM alone: another one that runs tests at the same time makes its own. */
    private static final Path FOLDER = Path.of(
                    "target", "packaged", Long.toString(ProcessHandle.current().pid()))
            .toAbsolutePath();

    private static final Path CACHE = FOLDER.resolve("stadttor.aot");
    private static final List<String> ECONOMY = List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static @Nullable List<String> flags;

    private Packaged() {}

    /** Flags for the program's JVM; the first call makes the jars and lets the program run once for the cache. */
    static synchronized List<String> startingFast() throws IOException {
        if (flags == null) {
            List<String> jars = with(ECONOMY, "-cp", classPath());
            Path home = TestHome.fresh();
            var first = new Program(home);
            first.start(with(jars, "-XX:AOTCacheOutput=" + CACHE));
            first.stop();
            FileSystemUtils.deleteRecursively(home);
            flags = with(jars, "-XX:AOTCache=" + CACHE);
        }
        return flags;
    }

    private static List<String> with(List<String> flags, String... more) {
        return Stream.concat(flags.stream(), Stream.of(more)).toList();
    }

    private static String classPath() throws IOException {
        Files.createDirectories(FOLDER);
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.endsWith("test-classes")) {
                jars.add(jar(Path.of(entry), jars.size()).toString());
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static Path jar(Path entry, int number) throws IOException {
        if (!Files.isDirectory(entry)) {
            return entry;
        }
        Path jar = FOLDER.resolve("classes-" + number + ".jar");
        pack(entry, jar);
        return jar;
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(path -> !path.equals(folder)).toList()) {
                boolean isFolder = Files.isDirectory(path);
                out.putNextEntry(new JarEntry(folder.relativize(path) + (isFolder ? "/" : "")));
                if (!isFolder) {
                    Files.copy(path, out);
                }
            }
        }
    }
}
