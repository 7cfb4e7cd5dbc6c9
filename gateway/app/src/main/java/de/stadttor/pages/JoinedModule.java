package de.stadttor.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * Several of our ES modules as one, so that other pages embed a single file. Each keeps a scope of its own and gives
 * away what it exports; what it imports from its neighbours must stand before it.
 *
 * @param names of the files, in the order in which they need each other
 */
record JoinedModule(List<String> names) {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]+ from \"\\./[^\"]+\";\\R");
    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export (?=(?:async function|function|const|class) (\\w+))");

    JoinedModule {
        names = List.copyOf(names);
    }

    /** Reads the files; blocks, so only at start. */
    String source() {
        return names.stream().map(JoinedModule::scope).collect(Collectors.joining("\n"));
    }

    private static String scope(String name) {
        String source = IMPORT.matcher(read(name)).replaceAll("");
        String given = EXPORT.matcher(source)
                .results()
                .map(JoinedModule::exported)
                .collect(Collectors.joining(", ", "{ ", " }"));
        return "const %s = (() => {\n%s\nreturn %s;\n})();\n"
                .formatted(given, EXPORT.matcher(source).replaceAll(""), given);
    }

    private static String exported(MatchResult declaration) {
        return declaration.group(1);
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(name, JoinedModule.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
