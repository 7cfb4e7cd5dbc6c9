package de.stadttor.channels.email.archive;

import de.stadttor.channels.email.mime.Slice;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/** Reads an archive mail by mail, as fast as somebody asks for them. */
final class MailArchive {

    private static final int BEGINNING = 5;

    private MailArchive() {}

    /** Files block, so they are read on the elastic scheduler. */
    static Flux<ArchivedMail> read(Path path) {
        return Flux.defer(() -> Flux.fromIterable(files(path)))
                .concatMap(MailArchive::ofFile, 1)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Iterable<Path> files(Path path) {
        try {
            return ArchiveFiles.of(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Flux<ArchivedMail> ofFile(Path file) {
        return Flux.using(() -> OpenFile.of(file), OpenFile::mails, OpenFile::close);
    }

    private record OpenFile(InputStream in, boolean isMbox, Instant written) {

        static OpenFile of(Path file) throws IOException {
            var in = new BufferedInputStream(Files.newInputStream(file));
            in.mark(BEGINNING);
            boolean mbox = Mbox.startsLikeOne(in.readNBytes(BEGINNING));
            in.reset();
            return new OpenFile(in, mbox, Files.getLastModifiedTime(file).toInstant());
        }

        Flux<ArchivedMail> mails() {
            return isMbox ? Flux.generate(() -> new Mbox(in), this::next) : single();
        }

        private Flux<ArchivedMail> single() {
            return Flux.generate(sink -> {
                try {
                    sink.next(new ArchivedMail(Slice.of(in.readAllBytes()), written));
                    sink.complete();
                } catch (IOException e) {
                    sink.error(e);
                }
            });
        }

        private Mbox next(Mbox mbox, SynchronousSink<ArchivedMail> sink) {
            try {
                byte[] mail = mbox.next();
                if (mail == null) {
                    sink.complete();
                } else {
                    sink.next(new ArchivedMail(Slice.of(mail), written));
                }
            } catch (IOException e) {
                sink.error(e);
            }
            return mbox;
        }

        void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
