package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.inbound.MailDoor;
import de.stadttor.channels.email.inbound.ReceivedMail;
import de.stadttor.channels.email.inbound.ReceivedMail.Occasion;
import de.stadttor.channels.email.mailbox.LoadedBatch.Loaded;
import de.stadttor.mailboxes.FolderName;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes the mails of a batch to the door, all at once, since those who come together share a commit. */
final class HandingIn {

    /** Longer than the door takes on its worst day; whatever it does after that is known to it when we come again. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** When the door has too many before it. */
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final MailDoor door;
    private final FolderName folder;
    private final Predicate<Throwable> outage;
    private final Clock clock;

    /** @param outage whether a failure would meet every other mail as well */
    HandingIn(MailDoor door, FolderName folder, Predicate<Throwable> outage, Clock clock) {
        this.door = door;
        this.folder = folder;
        this.outage = outage;
        this.clock = clock;
    }

    /**
     * What became of the mails.
     *
     * @param known digests of mails that are in under another name
     */
    Mono<HandedIn> handIn(LoadedBatch batch, Set<String> known) {
        List<Loaded> mails = batch.mails();
        return Flux.fromIterable(mails)
                .flatMap(mail -> known.contains(mail.digest()) ? Mono.just(new Answer(mail, null)) : ask(mail))
                .collectList()
                .map(answers -> HandedIn.of(batch, answers));
    }

    private Mono<Answer> ask(Loaded mail) {
        return Mono.defer(() -> door.accept(received(mail)))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, COME_AGAIN).filter(HandingIn::isBusy))
                .timeout(PATIENCE)
                .map(_ -> new Answer(mail, null))
                .defaultIfEmpty(new Answer(mail, null))
                .onErrorMap(this::isTheHouses, DoorClosed::new)
                .onErrorResume(failure -> Mono.just(new Answer(mail, failure)));
    }

    private static boolean isBusy(Throwable failure) {
        return failure instanceof Refused refused && refused.refusal() instanceof Refusal.Busy;
    }

    private boolean isTheHouses(Throwable failure) {
        return failure instanceof TimeoutException || outage.test(failure);
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
