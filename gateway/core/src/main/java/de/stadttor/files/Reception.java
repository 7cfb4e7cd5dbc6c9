package de.stadttor.files;

import de.stadttor.events.Ids;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes a file in: name checked, bytes stored, type sniffed, scanned. The same for every channel. */
public final class Reception {

    private final ContentStore contents;
    private final Scanner scanner;
    private final Ids ids;

    public Reception(ContentStore contents, Scanner scanner, Ids ids) {
        this.contents = contents;
        this.scanner = scanner;
        this.ids = ids;
    }

    /**
     * @param pointer where the file stands in the request, for a refusal
     * @param name as the sender gave it
     * @param limitBytes most bytes it may have
     * @return the file, stored but not yet part of anything; an infected one is refused
     */
    public Mono<StoredFile> receive(String pointer, String name, Flux<ByteBuffer> bytes, long limitBytes) {
        if (!FileName.acceptable(name)) {
            return Mono.error(() -> new Refused(new Refusal.FileRejected(pointer, "file-name")));
        }
        return contents.write(bytes, limitBytes)
                .flatMap(content ->
                        scanner.scan(contents.read(content)).map(verdict -> file(FileName.of(name), content, verdict)))
                .filter(file -> file.scan() != ScanVerdict.INFECTED)
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.FileRejected(pointer, "infected"))))
                .checkpoint("receive file");
    }

    /**
     * The same for a file whose message is taken in anyhow, such as a mail's: it stays whatever is in it, and what the
     * scanner found keeps everybody from getting it.
     *
     * @param name made acceptable if it is not
     */
    public Mono<StoredFile> keep(String name, Flux<ByteBuffer> bytes, long limitBytes) {
        return contents.write(bytes, limitBytes)
                .flatMap(content -> scanner.scan(contents.read(content))
                        .map(verdict -> file(FileName.near(name), content, verdict)))
                .checkpoint("keep file");
    }

    private StoredFile file(FileName name, Content content, ScanVerdict verdict) {
        return new StoredFile(new FileId(ids.next()), name, content, verdict);
    }
}
