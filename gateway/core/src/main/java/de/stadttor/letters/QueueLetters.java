package de.stadttor.letters;

import de.stadttor.letters.LetterTemplate.Words;
import de.stadttor.letters.LetterTemplates.Picture;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Caseworker.Role;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Queues;
import java.util.Set;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/** What administrators change of the letters of a queue; everybody else is refused. */
public final class QueueLetters {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_.-]{1,64})}");
    private static final Set<String> PLACES = Set.of(
            "number", "subject", "text", "files", "accessLink", "portalLink", "objectionLink", "sender", "signature");

    private final LetterTemplates templates;
    private final Queues queues;

    public QueueLetters(LetterTemplates templates, Queues queues) {
        this.templates = templates;
        this.queues = queues;
    }

    /** Completes when the caseworker may change the letters of this queue. */
    public Mono<Void> editable(Caseworker caseworker, String queue) {
        return caseworker.roles().contains(Role.ADMIN)
                ? queues.find(queue)
                        .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())))
                        .then()
                : Mono.error(() -> new Refused(new Refusal.NotAllowed()));
    }

    /** Refuses words with places that nothing fills: their reader would see the braces, or nothing. */
    public void check(Words words) {
        check("/subject", words.subject());
        check("/text", words.text());
        String html = words.html();
        if (html != null) {
            check("/html", html);
        }
    }

    private static void check(String pointer, String source) {
        boolean known = PLACE.matcher(source).results().allMatch(place -> PLACES.contains(place.group(1)));
        if (!known) {
            throw new Refused(Refusal.Invalid.at(pointer, "unknown-place"));
        }
    }

    /**
     * Stores a queue's own words.
     *
     * @param seen version that the caseworker has seen; 0 stands for ours
     */
    public Mono<LetterTemplate> change(Caseworker caseworker, LetterTemplate.Key key, Words words, long seen) {
        var changed = new LetterTemplate(key, words, seen + 1);
        return editable(caseworker, key.queue())
                .then(Mono.fromRunnable(() -> check(words)))
                .then(Mono.defer(() -> templates.put(changed)))
                .flatMap(
                        stored -> stored ? Mono.just(changed) : Mono.error(new Refused(new Refusal.StaleVersion(seen))))
                .checkpoint("change letter");
    }

    public Mono<Void> put(Caseworker caseworker, Picture picture) {
        return editable(caseworker, picture.queue()).then(Mono.defer(() -> templates.putPicture(picture)));
    }

    public Mono<Void> removePicture(Caseworker caseworker, String queue, String name) {
        return editable(caseworker, queue).then(Mono.defer(() -> templates.removePicture(queue, name)));
    }
}
