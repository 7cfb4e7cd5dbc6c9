package de.stadttor.channels.email.mailbox;

import de.stadttor.mailboxes.FailedMail;
import de.stadttor.mailboxes.FolderLease;
import de.stadttor.mailboxes.FolderName;
import de.stadttor.mailboxes.FolderProgress;
import de.stadttor.mailboxes.Mark;
import de.stadttor.mailboxes.Notes;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fails some times when it is asked what it knows. */
record FailingProgress(FolderProgress notes, AtomicInteger failures) implements FolderProgress {

    @Override
    public Mono<Mark> mark(FolderName folder) {
        return notes.mark(folder);
    }

    @Override
    public Flux<FailedMail> failed(FolderName folder) {
        return notes.failed(folder);
    }

    @Override
    public Flux<String> remembered(FolderName folder) {
        return notes.remembered(folder);
    }

    @Override
    public Flux<String> known(FolderName folder, Collection<String> digests) {
        return failures.getAndDecrement() > 0
                ? Flux.error(() -> new IllegalStateException("no answer"))
                : notes.known(folder, digests);
    }

    @Override
    public Mono<Void> note(FolderLease lease, Notes kept) {
        return notes.note(lease, kept);
    }
}
