package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.LoadedBatch.Loaded;
import de.stadttor.channels.email.mailbox.server.ListedMail;
import de.stadttor.channels.email.mailbox.server.MailRef;
import de.stadttor.mailboxes.FailedMail.Cause;
import de.stadttor.mailboxes.HandledMail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * A batch when the door has answered to each of its mails.
 *
 * @param in are durable, so that they may be flagged, moved or deleted
 * @param failed must be offered again
 */
record HandedIn(LoadedBatch batch, List<Loaded> in, Map<ListedMail, Cause> failed) {

    static Mono<HandedIn> of(LoadedBatch batch, List<Answer> answers) {
        List<Loaded> in =
                answers.stream().filter(Answer::isIn).map(Answer::mail).toList();
        if (in.isEmpty() && answers.size() > 1) {
            return Mono.error(() -> new DoorClosed(answers.getFirst().failure()));
        }
        Map<ListedMail, Cause> failed = answers.stream()
                .filter(answer -> !answer.isIn())
                .collect(Collectors.toMap(
                        answer -> answer.mail().mail(), _ -> Cause.UNSTORED, (one, _) -> one, HashMap::new));
        batch.withheld().forEach(mail -> failed.put(mail, Cause.UNREADABLE));
        return Mono.just(new HandedIn(batch, in, failed));
    }

    /** Those that are done with in the mailbox; never one of which there may be more than we have. */
    List<MailRef> finished() {
        return batch.batch().salvaged()
                ? List.of()
                : in.stream().map(Loaded::mail).map(ListedMail::ref).toList();
    }

    /** Those of which a part is in; they are left where they are. */
    List<ListedMail> left() {
        return batch.batch().salvaged() ? in.stream().map(Loaded::mail).toList() : List.of();
    }

    /** To be known as long as they stay in their folder. */
    List<HandledMail> remembered() {
        return in.stream()
                .map(mail -> new HandledMail(mail.mail().ref().name(), mail.digest()))
                .toList();
    }

    /** Names of those that nothing more needs to be known of, when they do not stay. */
    List<String> names() {
        return finished().stream().map(MailRef::name).toList();
    }

    /** Names of those that are no longer there. */
    Stream<String> gone() {
        return batch.gone().stream().map(mail -> mail.ref().name());
    }
}
