import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks ({@code check}) or mends ({@code fix}) the format of every Java file below the current folder. */
final class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    public static void main(String[] arguments) throws Exception {
        boolean fix = arguments[0].equals("fix");
        List<Path> unformatted;
        try (var files = Files.walk(Path.of("."))) {
            List<Path> sources = files.filter(Format::isOurSource).toList();
            unformatted = sources.parallelStream()
                    .filter(file -> !isFormatted(file, fix))
                    .sorted()
                    .toList();
        }
        unformatted.forEach(file -> System.out.println((fix ? "formatted " : "not formatted: ") + file));
        if (!fix && !unformatted.isEmpty()) {
            System.out.println("Run: mvn -N validate -Dformat.mode=fix");
            System.exit(1);
        }
    }

    private static boolean isFormatted(Path file, boolean fix) {
        try {
            String source = Files.readString(file);
            String formatted = FORMATTER.formatSourceAndFixImports(source);
            if (fix && !formatted.equals(source)) {
                Files.writeString(file, formatted);
            }
            return formatted.equals(source);
        } catch (IOException | FormatterException e) {
            throw new IllegalStateException(file + " cannot be formatted", e);
        }
    }

    private static boolean isOurSource(Path file) {
        String path = file.toString();
        return path.endsWith(".java") && !path.contains("/target/") && !path.contains("/node_modules/");
    }
}
