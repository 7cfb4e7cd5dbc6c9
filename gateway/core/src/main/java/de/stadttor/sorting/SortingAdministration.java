package de.stadttor.sorting;

import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import de.stadttor.sorting.SortingRule.Condition;
import de.stadttor.sorting.SortingRule.Test;
import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What administrators decide about mailboxes; everybody else is refused. */
public final class SortingAdministration {

    private final Sortings sortings;
    private final Queues queues;
    private final Patterns patterns;

    public SortingAdministration(Sortings sortings, Queues queues, Patterns patterns) {
        this.sortings = sortings;
        this.queues = queues;
        this.patterns = patterns;
    }

    public Flux<Sorting> list(Caseworker caseworker, @Nullable String after, int limit) {
        return Decision.ofAdministrator(caseworker).thenMany(sortings.list(after, limit));
    }

    public Mono<Sorting> read(Caseworker caseworker, String mailbox) {
        return Decision.ofAdministrator(caseworker)
                .then(sortings.find(mailbox))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    /** @param version that the administrator saw; null for a mailbox of which nothing was said before */
    public Mono<Sorting> decide(
            Caseworker caseworker, String mailbox, @Nullable Long version, String queue, List<SortingRule> rules) {
        return Decision.ofAdministrator(caseworker)
                .then(queues.all().map(Queue::key).collect(Collectors.toSet()))
                .doOnNext(known -> refuseFaults(known, queue, rules))
                .then(current(mailbox))
                .doOnNext(current -> Decision.unstale(current.version(), version))
                .map(current -> current.next(queue, rules))
                .flatMap(next -> sortings.put(next)
                        .flatMap(stored -> stored ? Mono.just(next) : Decision.overtaken(version(mailbox))));
    }

    public Mono<Void> remove(Caseworker caseworker, String mailbox, long version) {
        return read(caseworker, mailbox)
                .map(current -> Decision.unstale(current.version(), version))
                .flatMap(_ -> sortings.remove(mailbox, version))
                .flatMap(removed -> removed ? Mono.empty() : Decision.overtaken(version(mailbox)));
    }

    private Mono<Sorting> current(String mailbox) {
        return sortings.find(mailbox).defaultIfEmpty(new Sorting(mailbox, "", List.of(), Decision.NONE));
    }

    private Mono<Long> version(String mailbox) {
        return sortings.find(mailbox).map(Sorting::version);
    }

    private void refuseFaults(Set<String> known, String queue, List<SortingRule> rules) {
        List<Fault> faults = new ArrayList<>();
        if (!known.contains(queue)) {
            faults.add(new Fault("/queue", "unknown-queue", ""));
        }
        for (int i = 0; i < rules.size(); i++) {
            faults.addAll(faults(known, rules.get(i), "/rules/" + i));
        }
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
    }

    private List<Fault> faults(Set<String> known, SortingRule rule, String pointer) {
        List<Fault> faults = new ArrayList<>();
        String target = rule.then().queue();
        if (target != null && !known.contains(target)) {
            faults.add(new Fault(pointer + "/then/queue", "unknown-queue", ""));
        }
        for (int i = 0; i < rule.when().size(); i++) {
            Condition condition = rule.when().get(i);
            if (condition.test() == Test.REGEX && !patterns.isUsable(condition.value())) {
                faults.add(new Fault(pointer + "/when/" + i + "/value", "unusable-pattern", ""));
            }
        }
        return faults;
    }
}
