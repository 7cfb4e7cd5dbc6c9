package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.inbound.MailDoor;
import de.stadttor.channels.email.inbound.ReceivedMail;
import de.stadttor.channels.email.inbound.ReceivedMail.Occasion;
import de.stadttor.channels.email.mailbox.LoadedBatch.Loaded;
import de.stadttor.mailboxes.FolderName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the mails of a batch to the door, all at once, since those who come together share a commit. */
final class HandingIn {

    /** Longer than the door takes on its worst day; whatever it does after that is known to it when we come again. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final MailDoor door;
    private final FolderName folder;
    private final Clock clock;

    HandingIn(MailDoor door, FolderName folder, Clock clock) {
        this.door = door;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * What became of the mails. Fails when none of several got in: then it is the house and not the mail.
     *
     * @param known digests of mails that are in under another name
     */
    Mono<HandedIn> handIn(LoadedBatch batch, Set<String> known) {
        List<Loaded> mails = batch.mails();
        return Flux.fromIterable(mails)
                .flatMap(mail -> known.contains(mail.digest()) ? Mono.just(new Answer(mail, null)) : ask(mail))
                .collectList()
                .doFinally(_ -> batch.room().give())
                .flatMap(answers -> HandedIn.of(batch, answers));
    }

    private Mono<Answer> ask(Loaded mail) {
        return Mono.defer(() -> door.accept(received(mail)))
                .timeout(PATIENCE)
                .map(_ -> new Answer(mail, null))
                .defaultIfEmpty(new Answer(mail, null))
                .onErrorResume(failure -> Mono.just(new Answer(mail, failure)));
    }

    private ReceivedMail received(Loaded mail) {
        Instant told = mail.mail().receivedAt();
        return new ReceivedMail(
                folder.mailbox(),
                folder.folder() + "/" + mail.mail().ref().name(),
                told == null ? clock.instant() : told,
                mail.raw(),
                Occasion.ARRIVAL);
    }
}
