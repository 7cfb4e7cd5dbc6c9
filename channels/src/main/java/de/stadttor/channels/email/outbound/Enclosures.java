package de.stadttor.channels.email.outbound;

import de.stadttor.files.ContentStore;
import de.stadttor.files.ScanVerdict;
import de.stadttor.files.StoredFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files that go with a mail. */
public final class Enclosures {

    private final ContentStore contents;
    private final long limitBytes;

    public Enclosures(ContentStore contents, long limitBytes) {
        this.contents = contents;
        this.limitBytes = limitBytes;
    }

    /** Those that may go, the first ones as far as they fit; never one that a scanner found infected. */
    public List<StoredFile> fitting(List<StoredFile> files) {
        List<StoredFile> fitting = new ArrayList<>();
        long size = 0;
        for (StoredFile file : files) {
            if (file.scan() != ScanVerdict.INFECTED && size + file.content().size() <= limitBytes) {
                fitting.add(file);
                size += file.content().size();
            }
        }
        return fitting;
    }

    /** Their bytes, all in memory: what does not fit is left out. */
    Mono<List<Enclosure>> read(List<StoredFile> files) {
        return Flux.fromIterable(fitting(files)).concatMap(this::read).collectList();
    }

    private Mono<Enclosure> read(StoredFile file) {
        int size = Math.toIntExact(file.content().size());
        return contents.read(file.content())
                .collect(() -> new ByteArrayOutputStream(size), Enclosures::append)
                .map(bytes -> new Enclosure(file.name().value(), file.content().mediaType(), bytes.toByteArray()));
    }

    private static void append(ByteArrayOutputStream bytes, ByteBuffer more) {
        byte[] chunk = new byte[more.remaining()];
        more.get(chunk);
        bytes.writeBytes(chunk);
    }
}
