package de.stadttor.mailboxes;

import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far the folders are read. */
public interface FolderProgress {

    /** Empty for a folder that nobody has marked yet. */
    Mono<Mark> mark(FolderName folder);

    /** Mails to be tried again, and those that are left in their folder though others leave it. */
    Flux<FailedMail> failed(FolderName folder);

    /** All mails that are in and stay in their folder; for up to a day also some that somebody took out of it. */
    Flux<String> remembered(FolderName folder);

    /** Those of {@code digests} that a remembered mail of the folder has. */
    Flux<String> known(FolderName folder, Collection<String> digests);

    /** Keeps {@code notes}, or fails with {@link LeaseLost} and keeps nothing. */
    Mono<Void> note(FolderLease lease, Notes notes);
}
