package de.stadttor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A server that {@code STADTTOR_DB_URL} names, else an embedded one in a fresh home. */
public final class StoreHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Unpacked once for a build, not once for a test. */
    public static final Path BINARIES = Path.of("target", "mariadb").toAbsolutePath();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test home",
                        Map.of(
                                "stadttor.store.home", fresh().toString(),
                                "stadttor.store.binaries", BINARIES.toString(),
                                "stadttor.store.database.url", environment("STADTTOR_DB_URL"),
                                "stadttor.store.database.user", environment("STADTTOR_DB_USER"),
                                "stadttor.store.database.password", environment("STADTTOR_DB_PASSWORD"))));
    }

    /** A folder that nobody has used before. */
    public static Path fresh() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), "home-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String environment(String name) {
        return System.getenv().getOrDefault(name, "");
    }
}
