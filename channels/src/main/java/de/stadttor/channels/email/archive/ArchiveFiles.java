package de.stadttor.channels.email.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files of an archive that hold mails. */
final class ArchiveFiles {

    /** Parts of a Maildir that hold mails; what lies in {@code tmp} was never whole. */
    private static final Set<String> OF_MAILDIR = Set.of("cur", "new");

    private static final Set<String> ENDINGS = Set.of(".eml", ".mbox", ".mbx");

    private ArchiveFiles() {}

    /** Sorted by path; the path itself when it is a file. */
    static List<Path> of(Path path) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> below = Files.walk(path)) {
            below.filter(Files::isRegularFile)
                    .filter(file -> file.equals(path) || holdsMail(file))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    /** In a Maildir by its folder, elsewhere by its ending: other files, such as indexes, lie beside mails. */
    private static boolean holdsMail(Path file) {
        Path folder = file.getParent();
        boolean inMaildir = folder != null
                && OF_MAILDIR.contains(folder.getFileName().toString())
                && OF_MAILDIR.stream().allMatch(part -> Files.isDirectory(folder.resolveSibling(part)));
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return inMaildir || name.equals("mbox") || ENDINGS.stream().anyMatch(name::endsWith);
    }
}
