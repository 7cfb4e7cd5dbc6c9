package de.stadttor.store.files;

import de.stadttor.store.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds bytes that no file refers to: of requests that were refused after their upload, or died on the way. */
public final class Orphans {

    private static final int BATCH = 200;

    private final Path directory;
    private final DatabaseClient database;

    public Orphans(Path directory, DatabaseClient database) {
        this.directory = directory;
        this.database = database;
    }

    /** Removes what is older than {@code before} and belongs to nobody; younger bytes may still get an owner. */
    public Mono<Void> sweep(Instant before) {
        return Flux.defer(() -> Flux.fromIterable(olderThan(before)))
                .subscribeOn(Schedulers.boundedElastic())
                .buffer(BATCH)
                .concatMap(this::sweep)
                .then();
    }

    private Mono<Void> sweep(List<Path> files) {
        return owned(files.stream().map(Orphans::name).toList())
                .publishOn(Schedulers.boundedElastic())
                .flatMap(owned -> Mono.fromCallable(() -> {
                    for (Path file : files) {
                        if (!owned.contains(name(file))) {
                            Files.deleteIfExists(file);
                        }
                    }
                    return owned;
                }))
                .then();
    }

    private Mono<Set<String>> owned(Collection<String> hashes) {
        return database.sql("SELECT sha256 FROM content WHERE sha256 IN (:hashes) AND refs > 0")
                .bind("hashes", hashes)
                .map(row -> Columns.text(row, "sha256"))
                .all()
                .collect(Collectors.toSet());
    }

    private List<Path> olderThan(Instant before) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> lastModified(file).isBefore(before))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that vanishes meanwhile was swept by another node. */
    private static Instant lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.MAX;
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
