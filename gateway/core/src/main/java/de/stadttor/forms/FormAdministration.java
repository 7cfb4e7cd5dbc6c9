package de.stadttor.forms;

import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What administrators decide about forms; everybody else is refused. */
public final class FormAdministration {

    private final Editions editions;
    private final FormRules rules;
    private final Clock clock;

    public FormAdministration(Editions editions, FormRules rules, Clock clock) {
        this.editions = editions;
        this.rules = rules;
        this.clock = clock;
    }

    public Flux<Edition> list(Caseworker caseworker, @Nullable String after, int limit) {
        return Decision.ofAdministrator(caseworker).thenMany(editions.newest(after, limit));
    }

    public Flux<Edition> versions(Caseworker caseworker, String key, @Nullable Integer below, int limit) {
        return Decision.ofAdministrator(caseworker).thenMany(editions.of(key, below, limit));
    }

    /** @param version null for the newest */
    public Mono<Edition> read(Caseworker caseworker, String key, @Nullable Integer version) {
        return Decision.ofAdministrator(caseworker)
                .then(editions.find(key, version))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    /** What saving would lead to: the newest version, then the same or the one that would follow. Saves nothing. */
    public Mono<Revision> preview(Caseworker caseworker, Form proposed) {
        return Decision.ofAdministrator(caseworker).then(revision(proposed));
    }

    /**
     * Saves a form, or the version that follows the newest one. What asks nothing new makes no version, so that a
     * repeat is safe.
     *
     * @param seen newest version that the administrator saw; null for a new form
     * @param olderAcceptedFor how long submissions of the versions before are still accepted
     */
    public Mono<Revision> save(
            Caseworker caseworker, Form proposed, @Nullable Integer seen, Duration olderAcceptedFor) {
        return preview(caseworker, proposed)
                .flatMap(revision -> revision.changes()
                        ? add(caseworker, revision.refuseUnseen(seen), olderAcceptedFor)
                        : Mono.just(revision))
                .checkpoint("save form");
    }

    /** From now on no version is accepted. */
    public Mono<Void> withdraw(Caseworker caseworker, String key, long seen) {
        return seen(caseworker, key, seen).then(Mono.defer(() -> editions.end(key, clock.instant())));
    }

    /** A withdrawn form is offered again, in its newest version. */
    public Mono<Void> offerAgain(Caseworker caseworker, String key, long seen) {
        return seen(caseworker, key, seen).then(editions.reopen(key));
    }

    private Mono<Revision> revision(Form proposed) {
        return rules.check(proposed)
                .then(Mono.defer(() -> editions.find(proposed.key(), null)))
                .map(newest -> Revision.of(newest, proposed))
                .defaultIfEmpty(Revision.first(proposed));
    }

    private Mono<Revision> add(Caseworker caseworker, Revision revision, Duration olderAcceptedFor) {
        Instant now = clock.instant();
        Edition next = new Edition(revision.next().form(), now, caseworker.subject());
        return editions.add(next, now.plus(olderAcceptedFor))
                .flatMap(added -> added
                        ? Mono.just(new Revision(revision.before(), next))
                        : Decision.overtaken(version(next.form().key())));
    }

    private Mono<Long> version(String key) {
        return editions.find(key, null).map(newest -> (long) newest.form().version());
    }

    private Mono<Edition> seen(Caseworker caseworker, String key, long version) {
        return read(caseworker, key, null)
                .doOnNext(newest -> Decision.unstale(newest.form().version(), version));
    }
}
