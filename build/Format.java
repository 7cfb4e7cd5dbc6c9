import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks ({@code check}) or mends ({@code fix}) the format of every Java file below the current folder. */
final class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    public static void main(String[] arguments) throws Exception {
        boolean fix = arguments[0].equals("fix");
        List<Path> unformatted = new ArrayList<>();
        try (var files = Files.walk(Path.of("."))) {
            for (Path file : files.filter(Format::isOurSource).sorted().toList()) {
                String source = Files.readString(file);
                String formatted = FORMATTER.formatSourceAndFixImports(source);
                if (!formatted.equals(source)) {
                    unformatted.add(file);
                    if (fix) {
                        Files.writeString(file, formatted);
                    }
                }
            }
        }
        unformatted.forEach(file -> System.out.println((fix ? "formatted " : "not formatted: ") + file));
        if (!fix && !unformatted.isEmpty()) {
            System.out.println("Run: mvn -N validate -Dformat.mode=fix");
            System.exit(1);
        }
    }

    private static boolean isOurSource(Path file) {
        String path = file.toString();
        return path.endsWith(".java") && !path.contains("/target/") && !path.contains("/node_modules/");
    }
}
