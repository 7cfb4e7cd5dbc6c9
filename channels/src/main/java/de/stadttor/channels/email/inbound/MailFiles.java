package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.files.Attachment;
import de.stadttor.files.FileName;
import de.stadttor.files.Reception;
import de.stadttor.files.StoredFile;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Attention;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Stores the files of a mail, one after the other. What cannot be kept is left out, and a person must look. */
final class MailFiles {

    private static final int MOST = 100;
    private static final int CHUNK = 64 * 1024;
    private static final String UNNAMED = "anhang";

    private final Reception reception;

    MailFiles(Reception reception) {
        this.reception = reception;
    }

    Mono<Kept> keep(List<Attachment> attachments) {
        return attachments.isEmpty()
                ? Mono.just(Kept.NOTHING)
                : Flux.fromIterable(attachments)
                        .take(MOST)
                        .concatMap(this::keep)
                        .reduce(attachments.size() > MOST ? Kept.CUT : Kept.NOTHING, Kept::with);
    }

    private Mono<Kept> keep(Attachment attachment) {
        String name = FileName.acceptable(attachment.name()) ? attachment.name() : UNNAMED;
        return reception
                .receive("/files", name, chunks(attachment), Math.max(attachment.size(), 1))
                .map(file -> new Kept(List.of(file), null))
                .onErrorResume(MailFiles::isInfected, _ -> Mono.just(Kept.INFECTED));
    }

    private static boolean isInfected(Throwable failure) {
        return failure instanceof Refused refused && refused.refusal() instanceof Refusal.FileRejected;
    }

    /** Decoded while it is stored, so that it never lies in memory twice; decoding keeps a thread busy. */
    private static Flux<ByteBuffer> chunks(Attachment attachment) {
        return Flux.<ByteBuffer, InputStream>generate(attachment::open, (stream, sink) -> {
                    try {
                        byte[] chunk = stream.readNBytes(CHUNK);
                        if (chunk.length == 0) {
                            sink.complete();
                        } else {
                            sink.next(ByteBuffer.wrap(chunk));
                        }
                    } catch (IOException e) {
                        sink.error(e);
                    }
                    return stream;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /**
     * What was stored.
     *
     * @param trouble why something was left out; null when nothing was
     */
    record Kept(List<StoredFile> files, @Nullable Attention trouble) {

        static final Kept NOTHING = new Kept(List.of(), null);
        static final Kept CUT = new Kept(List.of(), Attention.CUT);
        static final Kept INFECTED = new Kept(List.of(), Attention.INFECTED);

        Kept with(Kept more) {
            List<StoredFile> all = new ArrayList<>(files);
            all.addAll(more.files);
            return new Kept(all, more.trouble == null ? trouble : more.trouble);
        }
    }
}
