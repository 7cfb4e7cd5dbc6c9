package de.stadttor.channels.email;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Collects files, and also what cannot be looked into, so that it is told when its turn comes to be read. */
final class FilesBelow extends SimpleFileVisitor<Path> {

    private final List<Path> files = new ArrayList<>();

    private FilesBelow() {}

    /** Sorted by path. */
    static List<Path> of(Path folder) throws IOException {
        FilesBelow below = new FilesBelow();
        Files.walkFileTree(folder, below);
        return below.files.stream().sorted().toList();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes kind) {
        boolean link = kind.isSymbolicLink() && !Files.isDirectory(file);
        if (kind.isRegularFile() || link) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path unreadable, IOException cause) {
        files.add(unreadable);
        return FileVisitResult.CONTINUE;
    }
}
