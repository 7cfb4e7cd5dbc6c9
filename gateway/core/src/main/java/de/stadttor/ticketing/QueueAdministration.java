package de.stadttor.ticketing;

import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What administrators decide about queues; everybody else is refused. A queue stays: its tickets do. */
public final class QueueAdministration {

    private final QueueDefinitions queues;

    public QueueAdministration(QueueDefinitions queues) {
        this.queues = queues;
    }

    public Mono<QueueDefinition> read(Caseworker caseworker, String key) {
        return Decision.ofAdministrator(caseworker)
                .then(queues.find(key))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    /**
     * @param version that the administrator saw; null for a queue that is new
     * @param decided as it shall be; its own version does not count
     */
    public Mono<QueueDefinition> decide(Caseworker caseworker, @Nullable Long version, QueueDefinition decided) {
        return Decision.ofAdministrator(caseworker)
                .then(Mono.fromCallable(() -> sound(decided)))
                .then(version(decided.key()))
                .map(current -> decided.withVersion(Decision.unstale(current, version) + 1))
                .flatMap(next -> queues.put(next)
                        .flatMap(stored -> stored ? Mono.just(next) : Decision.overtaken(version(next.key()))));
    }

    private static QueueDefinition sound(QueueDefinition decided) {
        var faults = decided.faults();
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
        return decided;
    }

    private Mono<Long> version(String key) {
        return queues.find(key).map(QueueDefinition::version).defaultIfEmpty(Decision.NONE);
    }
}
