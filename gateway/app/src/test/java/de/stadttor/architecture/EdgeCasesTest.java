package de.stadttor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The hard cases of booking are numbered from 1 to 57, and each has a test of its number. What is missing is missing
 * here by name, so that nobody forgets it.
 */
class EdgeCasesTest {

    private static final List<Path> TESTS =
            List.of(Path.of("../core/src/test/java"), Path.of("../store/src/test/java"), Path.of("src/test/java"));
    private static final Pattern CASE = Pattern.compile("void case(\\d\\d)\\p{Upper}");

    /**
     * 13 is the frontend's; 27 staff's right to overbook; 40 a mail that fails; 43 and 44 proof of work and
     * maintenance; 51 to 57 the queue, the day's end and anonymisation.
     */
    private static final Set<Integer> OPEN = Set.of(13, 27, 40, 43, 44, 51, 52, 53, 54, 55, 56, 57);

    @Test
    void everyNumberedCaseHasATestOrIsNamedAsOpen() throws IOException {
        Set<Integer> expected = IntStream.rangeClosed(1, 57)
                .boxed()
                .filter(number -> !OPEN.contains(number))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested()).isEqualTo(expected).hasSize(45);
    }

    private static Set<Integer> tested() throws IOException {
        Set<Integer> tested = new TreeSet<>();
        for (Path tests : TESTS) {
            try (var files = Files.walk(tests)) {
                for (Path file :
                        files.filter(name -> name.toString().endsWith(".java")).toList()) {
                    CASE.matcher(Files.readString(file))
                            .results()
                            .forEach(found -> tested.add(Integer.valueOf(found.group(1))));
                }
            }
        }
        return tested;
    }
}
