package de.stadttor.calls;

import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** What administrators decide about calls; everybody else is refused. */
public final class CallRuleAdministration {

    private final CallRulebook rulebook;
    private final Queues queues;
    private final CallSettings settings;

    public CallRuleAdministration(CallRulebook rulebook, Queues queues, CallSettings settings) {
        this.rulebook = rulebook;
        this.queues = queues;
        this.settings = settings;
    }

    public Mono<CallRules> read(Caseworker caseworker) {
        return Decision.ofAdministrator(caseworker).then(current());
    }

    /** @param next its version is that which the administrator saw */
    public Mono<CallRules> decide(Caseworker caseworker, CallRules next) {
        return Decision.ofAdministrator(caseworker)
                .then(queues.all().map(Queue::key).collect(Collectors.toSet()))
                .doOnNext(known -> refuseFaults(known, next))
                .then(current())
                .map(now -> unstale(now, next))
                .flatMap(after -> rulebook.put(after)
                        .flatMap(stored -> stored
                                ? Mono.just(after)
                                : Decision.overtaken(current().map(CallRules::version))));
    }

    private Mono<CallRules> current() {
        return rulebook.read().defaultIfEmpty(CallRules.usual(settings.queue()));
    }

    private static CallRules unstale(CallRules now, CallRules next) {
        return new CallRules(next.rules(), next.missed(), Decision.unstale(now.version(), next.version()) + 1);
    }

    private static void refuseFaults(Set<String> known, CallRules next) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < next.rules().size(); i++) {
            refuseUnknown(known, next.rules().get(i).then().queue(), "/rules/" + i + "/then/queue", faults);
        }
        refuseUnknown(known, next.missed().queue(), "/missed/queue", faults);
        next.missed().queues().forEach((_, queue) -> refuseUnknown(known, queue, "/missed/queues", faults));
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
    }

    private static void refuseUnknown(Set<String> known, String queue, String pointer, List<Fault> faults) {
        if (!known.contains(queue)) {
            faults.add(new Fault(pointer, "unknown-queue", ""));
        }
    }
}
