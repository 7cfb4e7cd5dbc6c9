package de.stadttor.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives the program a fresh home, and the unpacked database server that all tests share. */
public final class TestHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

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

    /** A folder that nobody has used before; gone when the tests are over and their programs have ended. */
    public static Path fresh() {
        try {
            Path homes = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
            Path home = Files.createTempDirectory(homes, "home-");
            SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(home.toFile()));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String environment(String name) {
        return System.getenv().getOrDefault(name, "");
    }
}
