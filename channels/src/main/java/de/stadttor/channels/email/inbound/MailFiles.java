package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.files.Attachment;
import de.stadttor.files.Reception;
import de.stadttor.files.ScanVerdict;
import de.stadttor.files.StoredFile;
import de.stadttor.ticketing.Attention;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Stores the files of a mail, one after the other. What is infected or too much calls for a person. */
final class MailFiles {

    private static final int MOST = 100;

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

    /** Decoded while it is stored, so that it never lies in memory twice; decoding keeps a thread busy. */
    private Mono<Kept> keep(Attachment attachment) {
        var bytes = attachment.pieces().subscribeOn(Schedulers.boundedElastic());
        return reception
                .keep(attachment.name(), bytes, Math.max(attachment.size(), 1))
                .map(Kept::of);
    }

    /**
     * What was stored.
     *
     * @param trouble why something was left out or locked away; null when nothing was
     */
    record Kept(List<StoredFile> files, @Nullable Attention trouble) {

        static final Kept NOTHING = new Kept(List.of(), null);
        static final Kept CUT = new Kept(List.of(), Attention.CUT);

        static Kept of(StoredFile file) {
            return new Kept(List.of(file), file.scan() == ScanVerdict.INFECTED ? Attention.INFECTED : null);
        }

        Kept with(Kept more) {
            List<StoredFile> all = new ArrayList<>(files);
            all.addAll(more.files);
            return new Kept(all, more.trouble == null ? trouble : more.trouble);
        }
    }
}
