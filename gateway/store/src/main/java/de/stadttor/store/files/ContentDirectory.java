package de.stadttor.store.files;

import de.stadttor.files.Content;
import de.stadttor.files.ContentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.tika.Tika;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Bytes in a directory, by their hash: {@code ab/abcdef…}. File systems block, so everything runs on the elastic
 * scheduler.
 */
public final class ContentDirectory implements ContentStore {

    private static final int CHUNK = 64 * 1024;

    private final Tika types = new Tika();
    private final Path directory;

    public ContentDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public Mono<Content> write(Flux<ByteBuffer> bytes, long limitBytes) {
        return Mono.using(
                        () -> IncomingFile.in(directory, types, limitBytes),
                        file -> bytes.publishOn(Schedulers.boundedElastic(), 4)
                                .reduce(file, IncomingFile::append)
                                .map(IncomingFile::keep),
                        IncomingFile::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Flux<ByteBuffer> read(Content content) {
        return Flux.using(
                        () -> FileChannel.open(path(directory, content.sha256()), StandardOpenOption.READ),
                        ContentDirectory::chunks,
                        ContentDirectory::closeQuietly)
                .subscribeOn(Schedulers.boundedElastic());
    }

    static Path path(Path directory, String sha256) {
        return directory.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static Flux<ByteBuffer> chunks(FileChannel channel) {
        return Flux.generate(sink -> {
            try {
                ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
                if (channel.read(chunk) < 0) {
                    sink.complete();
                } else {
                    sink.next(chunk.flip());
                }
            } catch (IOException e) {
                sink.error(e);
            }
        });
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the directory, for its owner alone. */
    public static ContentDirectory at(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new ContentDirectory(directory);
    }
}
