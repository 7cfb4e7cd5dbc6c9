package de.stadttor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A table belongs to the store of one feature. */
class TablesTest {

    private static final Path SOURCES = Path.of("../store/src/main/java/de/stadttor/store");
    private static final Pattern USE =
            Pattern.compile("\\b(?:FROM|INTO|(?<!KEY )UPDATE|JOIN|DELETE FROM)\\s+([a-z_]+)\\b(?!\\()");

    @Test
    void eachTableIsUsedByOneStore() throws IOException {
        Map<String, Set<String>> users = new HashMap<>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file : files.filter(TablesTest::isStore).toList()) {
                var uses = USE.matcher(Files.readString(file));
                while (uses.find()) {
                    users.computeIfAbsent(uses.group(1), _ -> new HashSet<>())
                            .add(file.getParent().getFileName().toString());
                }
            }
        }
        assertThat(users).containsKeys("ticket", "event", "outbox");
        assertThat(users)
                .allSatisfy((table, stores) -> assertThat(stores).as(table).hasSize(1));
    }

    /**
     * The server's own package loads the demo's catalogue at start, and erasure takes all that hangs on a ticket,
     * whatever feature it belongs to.
     */
    private static boolean isStore(Path file) {
        String name = file.toString();
        return name.endsWith(".java") && !name.contains("/server/") && !name.contains("/erasure/");
    }
}
